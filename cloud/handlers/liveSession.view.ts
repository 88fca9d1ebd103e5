import { Failure } from '../../src/contract/failure';
import { presentPublicSession } from '../presenters/live-sessions';
import { presentPublicShop } from '../presenters/shops';
import { shopOf } from '../repositories/ids';
import { liveSessionById } from '../repositories/live-sessions';
import { publishedShop } from '../repositories/shops';
import type { Handler } from './handler';

/** The page of a session of a published store. */
export const liveSessionView: Handler<'liveSession.view'> = async ({ sessionId }, { now }) => {
  const shop = await publishedShop(shopOf(sessionId));
  const session = shop === null ? null : await liveSessionById(sessionId);
  if (shop === null || session === null) throw new Failure('not_found');
  const teasers = session.teasers.map(({ name, priceFen, priceBasis }) => ({
    name,
    priceFen,
    priceBasis,
  }));
  return {
    data: {
      session: presentPublicSession(session, now),
      teasers,
      shop: presentPublicShop(shop),
    },
  };
};
