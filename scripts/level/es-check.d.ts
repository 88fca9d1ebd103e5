/** The part of es-check that is used here; it ships no types. */
declare module 'es-check' {
  interface Finding {
    readonly file: string;
    readonly err: Error & { readonly features?: readonly string[] };
  }
  export function runChecks(
    configs: readonly {
      readonly ecmaVersion: string;
      readonly files: readonly string[] | string;
      readonly checkFeatures: boolean;
      readonly cache: boolean;
    }[],
    options: { readonly isNodeAPI: boolean },
  ): Promise<{ readonly errors: readonly Finding[] }>;
}
