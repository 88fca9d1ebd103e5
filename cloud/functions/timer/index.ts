import { platformContext } from '../../database/database';
import { refreshDue } from '../../endpoints/discover/refresh-due';
import { instantNow } from '../../runtime/clock';
import { log } from '../../runtime/log';

/** Changes that follow from time alone. Only the platform's timer may call it. */
export async function main(): Promise<unknown> {
  const { source } = platformContext();
  if (!source.includes('wx_trigger')) return { ok: false, error: { code: 'not_allowed' } };
  const { refreshed, failures } = await refreshDue(instantNow());
  for (const { shopId, cause } of failures) {
    log('error', 'storefront_not_refreshed', { shopId, detail: String(cause) });
  }
  log('info', 'timer', { refreshed });
  return { ok: true, data: { refreshed } };
}
