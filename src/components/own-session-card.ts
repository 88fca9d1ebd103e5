import type { LiveSession } from '../contract/live-session';
import type { OwnShop } from '../contract/shop';
import { overAt, pausedSince, publicPhaseAt } from '../domain/live-session/public-phase';
import { type CardContext, sessionCard, type ShareCard } from '../domain/share-card';
import { shownText } from '../domain/words/shown';
import { linkTo } from '../paths';

/** What the card of a session needs of it, as its own people read it. */
type Session = Pick<
  LiveSession,
  | 'id'
  | 'shopId'
  | 'title'
  | 'waiting'
  | 'precision'
  | 'bookedOn'
  | 'state'
  | 'startAt'
  | 'endAt'
  | 'startedAt'
  | 'endedAt'
> &
  Partial<Pick<LiveSession, 'pauses'>>;

/** The card of a session of one's own store, with the words that others see. */
export function ownSessionCard(
  shop: Pick<OwnShop, 'name' | 'waiting' | 'verification'>,
  session: Session,
  context: Omit<CardContext, 'path'>,
): ShareCard {
  const { pauses = [] } = session;
  return sessionCard(
    {
      ...session,
      title: shownText(session, 'title', session.title),
      shopName: shownText(shop, 'name', shop.name),
      isShopVerified: shop.verification.state === 'verified',
      phase: publicPhaseAt(session, context.now),
      overAt: overAt(session),
      pausedAt: pausedSince({ state: session.state, pauses }),
    },
    { ...context, path: linkTo('publicSession', session.id, 'card') },
  );
}
