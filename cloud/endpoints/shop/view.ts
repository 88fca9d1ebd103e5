import { Failure } from '../../../src/contract/failure';
import { MAX_PAST_SESSIONS, shopView } from '../../../src/contract/shop';
import { publicRead } from '../../endpoint/read';
import { presentPublicSession } from '../../presenters/live-sessions';
import { presentPublicShop } from '../../presenters/shops';
import { sessionsOfPublicPage } from '../../repositories/live-sessions';
import { publishedShop } from '../../repositories/shops';

/** The page of a published store, in one answer. */
export const endpoint = publicRead(shopView, async ({ input, now }) => {
  const shop = await publishedShop(input.shopId);
  if (shop === null) throw new Failure('not_found');
  const sessions = (await sessionsOfPublicPage(input.shopId)).map((session) =>
    presentPublicSession(session, now),
  );
  return {
    shop: presentPublicShop(shop),
    onAir: sessions.filter(({ phase }) => phase === 'on_air' || phase === 'should_be_on_air'),
    coming: sessions.filter(({ phase }) => phase === 'upcoming').reverse(),
    past: sessions.filter(({ phase }) => phase === 'over').slice(0, MAX_PAST_SESSIONS),
  };
});
