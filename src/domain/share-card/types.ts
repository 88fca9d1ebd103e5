import type { Sketch } from '../drawing/commands';
import type { Lang } from '../lang';
import type { PublicPhase } from '../live-session/public-phase';

/** Width of the picture, px. WeChat shows 5:4. */
export const CARD_WIDTH = 500;
/** Height of the picture, px. */
export const CARD_HEIGHT = 400;

/**
 * A card in a chat. It is laid out with a picture to draw; when it is handed over, the picture is a
 * temp file (mini program) or a data URL (H5), or null while it is not drawn.
 */
export interface ShareCard<Picture = Sketch> {
  readonly title: string;
  /** The page that opens, with its query. */
  readonly path: string;
  readonly picture: Picture;
}

/** A card as it is handed over, see {@link ShareCard}. */
export type DrawnShareCard = ShareCard<string | null>;

/** What a card needs besides its subject: the page it opens, its language, and the time. */
export interface CardContext {
  readonly path: string;
  readonly lang: Lang;
  /** Instant in UTC. */
  readonly now: string;
}

/** What a card needs to know of a session; a public session has all of it. Never money. */
export interface CardSession {
  readonly id: string;
  readonly shopId: string;
  readonly shopName: string;
  readonly isShopVerified: boolean;
  readonly title: string;
  /** Known to the minute, or to the China day `bookedOn` only. */
  readonly precision: 'instant' | 'day';
  /** Instants in UTC. */
  readonly startAt: string;
  readonly endAt: string;
  readonly bookedOn: string;
  /** The real times once there are any. Instants in UTC. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** As read; moved on to `now` by the card. */
  readonly phase: PublicPhase;
  /** From when it is over unless something happens before; null when it is over or cancelled. */
  readonly overAt: string | null;
  /** Since when it is paused; null when it is not. */
  readonly pausedAt: string | null;
}

/** What a card needs to know of a store. */
export interface CardShop {
  readonly id: string;
  readonly name: string;
  readonly intro: string;
  readonly isVerified: boolean;
}
