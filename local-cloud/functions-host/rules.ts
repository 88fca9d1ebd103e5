/**
 * Who may call which function, as CloudBase's function security rules say it. The same table must
 * be set in the cloud console; a function not named here follows `*`.
 *
 * `auth`: a person WeChat has identified. `anyone`: also nobody. `nobody`: only its own trigger.
 */
export const FUNCTION_RULES: Readonly<Record<string, 'auth' | 'anyone' | 'nobody'>> = {
  '*': 'auth',
  api: 'auth',
  public: 'anyone',
  timer: 'nobody',
};

/** The rule of a function. */
export type FunctionRule = (typeof FUNCTION_RULES)[string];
