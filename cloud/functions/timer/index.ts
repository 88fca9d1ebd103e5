import { platformContext } from '../../database/database';
import { dropOldAnswers } from '../../endpoints/changes/drop-old-answers';
import { refreshDue } from '../../endpoints/discover/refresh-due';
import { instantNow } from '../../runtime/clock';
import { log } from '../../runtime/log';

/** Changes that follow from time alone. Only the platform's timer may call it. */
export async function main(): Promise<unknown> {
  const { source } = platformContext();
  if (!source.includes('wx_trigger')) return { ok: false, error: { code: 'not_allowed' } };
  const now = instantNow();
  const { steps, cause } = await dropOldAnswers(now);
  if (cause !== null) log('error', 'answers_not_dropped', { detail: String(cause) });
  const { refreshed, failures } = await refreshDue(now);
  for (const { shopId, cause } of failures) {
    log('error', 'storefront_not_refreshed', { shopId, detail: String(cause) });
  }
  log('info', 'timer', { refreshed, steps });
  return { ok: true, data: { refreshed } };
}
