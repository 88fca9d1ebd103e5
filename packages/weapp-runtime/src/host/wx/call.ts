/** A failure with WeChat's text, without the name of the call. */
export class WxFailure extends Error {
  constructor(
    reason: string,
    readonly errno?: number,
  ) {
    super(reason);
  }
}

/** Options that every call takes. */
interface Callbacks {
  readonly success?: (answer: unknown) => void;
  readonly fail?: (failure: unknown) => void;
  readonly complete?: (outcome: unknown) => void;
}

type Options = Readonly<Record<string, unknown>>;

/** A function of `wx` that answers by callbacks, or without any by a promise. */
export type WxCall = (options?: Options & Callbacks) => Promise<unknown> | undefined;

function failureOf(name: string, error: unknown): object {
  return {
    errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`,
    ...(error instanceof WxFailure && error.errno !== undefined ? { errno: error.errno } : {}),
    ...(typeof (error as { errCode?: unknown }).errCode === 'number'
      ? { errCode: (error as { errCode: number }).errCode }
      : {}),
  };
}

/**
 * Makes an asynchronous function of `wx`.
 * @param name as in errMsg (`navigateTo`, `cloud.callFunction`)
 * @param run returns the fields of the answer; an error becomes `name:fail reason`
 * @param guard runs callbacks of the program and records their errors
 */
export function wxCall(
  name: string,
  run: (options: Options) => unknown,
  guard: (run: () => void) => void,
): WxCall {
  return (options = {}) => {
    const { success, fail, complete } = options;
    const hasCallbacks = [success, fail, complete].some((hook) => typeof hook === 'function');
    const settled = Promise.resolve()
      .then(() => run(options))
      .then(
        (answer) => ({ ok: true, outcome: { errMsg: `${name}:ok`, ...(answer as object) } }),
        (error: unknown) => ({ ok: false, outcome: failureOf(name, error) }),
      );
    if (!hasCallbacks) {
      return settled.then(({ ok, outcome }) => {
        if (ok) return outcome;
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- WeChat rejects with an object
        throw outcome;
      });
    }
    void settled.then(({ ok, outcome }) => {
      guard(() => (ok ? success : fail)?.(outcome));
      guard(() => complete?.(outcome));
    });
    return undefined;
  };
}

/** An option as text; '' when it is neither text nor number. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
