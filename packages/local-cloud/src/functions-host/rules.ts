/**
 * Who may call a function, in the words of CloudBase's function security rules.
 *
 * `auth`: a person WeChat has identified. `anyone`: a caller without identity, too. `nobody`: only
 * the function's own trigger.
 */
export type FunctionRule = 'auth' | 'anyone' | 'nobody';

/** Rules by function name; `*` is the rule of every function that is not named. */
export type FunctionRules = Readonly<Record<string, FunctionRule>>;

/** What a WeChat environment without rules of its own does: identified people only. */
export const DEFAULT_RULES: FunctionRules = { '*': 'auth' };
