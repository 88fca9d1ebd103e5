/** The caller of a function. */
export interface Caller {
  /** The caller's OPENID; absent for an anonymous caller. */
  readonly person?: string;
  /** How the call reached the function, as `getWXContext().SOURCE` gives it. */
  readonly source: 'wx_client' | 'wx_trigger' | 'scf';
}

const ENV_ID = 'local-env';
const APPID = 'touristappid';

/**
 * The environment of a function's worker: the variables that CloudBase sets, and `TCB_CONTEXT_CNFG`,
 * which directs the unmodified wx-server-sdk to the local cloud.
 * @param adminUrl address of the wire protocol
 * @param secretId the key that the SDK signs with; the wire protocol accepts no other
 */
export function baseEnvironment(adminUrl: string, secretId: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: ENV_ID,
    TCB_ENV: ENV_ID,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN',
    WX_APPID: APPID,
    NODE_ENV: 'production',
    TZ: 'UTC',
  };
}

/** The variables that depend on the caller, and the token by which WeChat's APIs know the function. */
export function callerEnvironment(name: string, caller: Caller): Record<string, string | null> {
  return { WX_OPENID: caller.person ?? null, TCB_SOURCE: caller.source, WX_API_TOKEN: name };
}

/** The second argument of a function's `main`. */
export function functionContext(
  name: string,
  requestId: string,
  { timeoutMs, memoryMb }: { readonly timeoutMs: number; readonly memoryMb: number },
): Record<string, unknown> {
  return {
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: ENV_ID,
    memory_limit_in_mb: memoryMb,
    time_limit_in_ms: timeoutMs,
  };
}
