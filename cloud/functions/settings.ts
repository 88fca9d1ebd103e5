/** What a function may use. */
export interface FunctionSettings {
  /** Seconds after which the platform ends a call. */
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
}

/** The runtime of all functions. It is chosen when a function is created, and never again. */
export const RUNTIME = 'Node.js 18';

/**
 * What each function may use. No upload sets it: `npm run deploy` prints what to set in the console.
 * 256 MB is what the smallest plan has, and cannot change.
 */
export const FUNCTION_SETTINGS: Readonly<Record<string, FunctionSettings>> = {
  api: { timeoutSeconds: 20, memoryMb: 256 },
  public: { timeoutSeconds: 20, memoryMb: 256 },
  /** A run looks at 200 stores, one after the other. */
  timer: { timeoutSeconds: 60, memoryMb: 256 },
};
