/** Who may call a function: identified callers, also anonymous ones, or only triggers and functions. */
export type FunctionRule = 'auth' | 'anyone' | 'nobody';

/** Rules by name of the function; `*` holds for all others. */
export type FunctionRules = Readonly<Record<string, FunctionRule>>;

/** The rule of a WeChat environment without rules: identified callers only. */
export const DEFAULT_RULES: FunctionRules = { '*': 'auth' };
