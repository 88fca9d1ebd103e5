import { Failure } from '../../src/contract/failure';
import { presentPublicSession } from '../presenters/live-sessions';
import { presentPublicShop } from '../presenters/shops';
import { sessionsOfPublicPage } from '../repositories/live-sessions';
import { publishedShop } from '../repositories/shops';
import type { Handler } from './handler';

/** Past sessions shown on a store's page. */
const PAST_SHOWN = 10;

/** A published store's page in one answer. */
export const shopView: Handler<'shop.view'> = async ({ shopId }, { now }) => {
  const shop = await publishedShop(shopId);
  if (shop === null) throw new Failure('not_found');
  const sessions = (await sessionsOfPublicPage(shopId)).map((session) =>
    presentPublicSession(session, now),
  );
  return {
    data: {
      shop: presentPublicShop(shop),
      onAir: sessions.filter(({ phase }) => phase === 'on_air' || phase === 'should_be_on_air'),
      coming: sessions.filter(({ phase }) => phase === 'upcoming').reverse(),
      past: sessions.filter(({ phase }) => phase === 'over').slice(0, PAST_SHOWN),
    },
  };
};
