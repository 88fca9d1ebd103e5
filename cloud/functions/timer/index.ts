import { platformContext } from '../../database/database';
import { markUnconfirmed } from '../../endpoints/live-session/mark-unconfirmed';
import { instantNow } from '../../runtime/clock';
import { log } from '../../runtime/log';

/** Changes that follow from time alone. Only the platform's timer may call it. */
export async function main(): Promise<unknown> {
  const { source } = platformContext();
  if (!source.includes('wx_trigger')) return { ok: false, error: { code: 'not_allowed' } };
  const unconfirmed = await markUnconfirmed(instantNow());
  log('info', 'timer', { unconfirmed });
  return { ok: true, data: { unconfirmed } };
}
