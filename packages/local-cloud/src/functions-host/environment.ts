/** Who calls, and through which door. */
export interface Caller {
  /** OPENID of the person, absent when nobody is identified. */
  readonly person?: string;
  readonly source: 'wx_client' | 'wx_trigger' | 'scf';
}

const ENV_ID = 'local-env';
const APPID = 'touristappid';

/**
 * The variables a function's worker is born with. They point the unmodified wx-server-sdk at the
 * local cloud: the same names CloudBase sets, plus `TCB_CONTEXT_CNFG` for the address.
 * @param adminUrl where the wire protocol listens.
 * @param secretId what the SDK signs with; the wire accepts no other.
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

/** The variables that change with the caller. */
export function callerEnvironment(caller: Caller): Record<string, string | null> {
  return { WX_OPENID: caller.person ?? null, TCB_SOURCE: caller.source };
}

/** The second argument of a function's `main`. */
export function functionContext(
  name: string,
  requestId: string,
  timeoutMs: number,
): Record<string, unknown> {
  return {
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: ENV_ID,
    memory_limit_in_mb: 256,
    time_limit_in_ms: timeoutMs,
  };
}
