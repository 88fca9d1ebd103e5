/** Who may call a function: identified people, anyone, or only its own trigger. */
export type FunctionRule = 'auth' | 'anyone' | 'nobody';

/**
 * Who may call which function, in the form of CloudBase's function security rules; `*` is the rule
 * of every function that is not named. `npm run deploy` sets the same table in a WeChat environment.
 */
export const FUNCTION_RULES: Readonly<Record<string, FunctionRule>> = {
  '*': 'auth',
  api: 'auth',
  public: 'anyone',
  timer: 'nobody',
};
