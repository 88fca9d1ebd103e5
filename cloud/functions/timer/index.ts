import { platformContext } from '../../database/database';
import { markUnconfirmed } from '../../handlers/mark-unconfirmed';
import { instantNow } from '../../runtime/clock';
import { log } from '../../runtime/log';

/** What time alone changes. Only the platform's clock may call it. */
export async function main(): Promise<unknown> {
  const { source } = platformContext();
  if (!source.includes('wx_trigger')) return { ok: false, error: { code: 'not_allowed' } };
  const unconfirmed = await markUnconfirmed(instantNow());
  log('info', 'timer', { unconfirmed });
  return { ok: true, data: { unconfirmed } };
}
