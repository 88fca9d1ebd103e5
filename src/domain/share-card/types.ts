import type { CoverSubject } from '../cover/cover';
import type { Lang } from '../lang';
import type { PublicPhase } from '../live-session/public-phase';

/** One step of drawing on a canvas of {@link CARD_WIDTH} × {@link CARD_HEIGHT} px. */
export type DrawCommand =
  | {
      readonly op: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Of the corners, px. */
      readonly radius: number;
      readonly fill: string;
    }
  | {
      readonly op: 'circle';
      /** Centre. */
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
    }
  | {
      /** A filled sector of a disc, clockwise from one angle to another, radians. */
      readonly op: 'sector';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly from: number;
      readonly to: number;
      readonly fill: string;
    }
  | {
      /** With round ends. */
      readonly op: 'line';
      readonly x: number;
      readonly y: number;
      readonly toX: number;
      readonly toY: number;
      readonly width: number;
      readonly fill: string;
    }
  | {
      readonly op: 'text';
      readonly text: string;
      /** Left, middle or right of the text, by `align`. */
      readonly x: number;
      /** Alphabetic baseline. */
      readonly y: number;
      /** px */
      readonly size: number;
      readonly weight: 'normal' | 'bold';
      readonly fill: string;
      readonly align: 'left' | 'center' | 'right';
      /** Condensed to fit, should a device's font be wider than expected. */
      readonly maxWidth: number;
    };

/** The cover of a store or a session; its many shapes are worked out when it is drawn. */
export interface CoverCommand extends CoverSubject {
  readonly op: 'cover';
  /** Left and top edge, px; nothing is drawn beyond its size. */
  readonly x: number;
  readonly y: number;
  /** Of the corners, px. */
  readonly radius: number;
  /** Without its colours: what is over, or does not take place. */
  readonly isGray: boolean;
}

/** Width of the picture, px. WeChat shows 5:4. */
export const CARD_WIDTH = 500;
/** Height of the picture, px. */
export const CARD_HEIGHT = 400;

/** A drawing and its size, px. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly commands: readonly (DrawCommand | CoverCommand)[];
}

/**
 * A card in a chat. It is laid out with a picture to draw; when it is handed over, the picture is a
 * temp file (mini program) or a data URL (H5), or null while it is not drawn.
 */
export interface ShareCard<Picture = Drawing> {
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
