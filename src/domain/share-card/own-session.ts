import { overAt, pausedSince, publicPhaseAt } from '../live-session/public-phase';
import type { LiveSessionRun } from '../live-session/live-session';
import { shownText, type WithWaiting } from '../words/shown';
import { sessionCard } from './share-card';
import type { CardContext, CardSession, ShareCard } from './types';

/** A session as its own people read it, with words that others may not see yet. */
type OwnSession = Omit<
  CardSession,
  'shopName' | 'isShopVerified' | 'phase' | 'overAt' | 'pausedAt'
> &
  WithWaiting &
  Pick<LiveSessionRun, 'state'> &
  Partial<Pick<LiveSessionRun, 'pauses'>>;

/** A store as its own people read it. */
interface CardOwner extends WithWaiting {
  readonly name: string;
  readonly verification: { readonly state: string };
}

/** The card of a session of one's own store: it shows what others see. */
export function ownSessionCard(
  shop: CardOwner,
  session: OwnSession,
  context: CardContext,
): ShareCard {
  const { state, pauses = [] } = session;
  return sessionCard(
    {
      ...session,
      title: shownText(session, 'title', session.title),
      shopName: shownText(shop, 'name', shop.name),
      isShopVerified: shop.verification.state === 'verified',
      phase: publicPhaseAt(session, context.now),
      overAt: overAt(session),
      pausedAt: pausedSince({ state, pauses }),
    },
    context,
  );
}
