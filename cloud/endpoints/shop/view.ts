import { Failure } from '../../../src/contract/failure';
import { MAX_PAST_SESSIONS, shopView } from '../../../src/contract/shop';
import { publicRead } from '../../endpoint/read';
import { presentPublicSession } from '../../presenters/live-sessions';
import { presentPublicShop } from '../../presenters/shops';
import { sessionsOfPublicPage } from '../../repositories/live-sessions';
import { publishedShop } from '../../repositories/shops';
import { isListedOnAir } from '../../../src/domain/live-session/live-session';

/** The page of a published store, in one answer. */
export const endpoint = publicRead(shopView, async ({ input, now }) => {
  const shop = await publishedShop(input.shopId);
  if (shop === null) throw new Failure('not_found');
  const sessions = (await sessionsOfPublicPage(input.shopId)).map((session) =>
    presentPublicSession(session, now),
  );
  return {
    shop: presentPublicShop(shop),
    onAir: sessions.filter(({ phase }) => isListedOnAir(phase)),
    coming: sessions.filter(({ phase }) => phase === 'upcoming').reverse(),
    past: sessions.filter(({ phase }) => phase === 'over').slice(0, MAX_PAST_SESSIONS),
  };
});
