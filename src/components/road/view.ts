import type { Road, RoadSign } from '../../domain/incentive';

/** Height of a sign with type as designed, px. */
export const SIGN_PX = 52;
/** Above the last tier reached, or 0, and half its sign, the view begins this far below, px. */
const REST_PX = 29;
/** Space below the sign of the next tier at the upper edge, px. */
const HEAD_PX = 9;
/** Room below the lower bound of a range for its label, px more than a sign. */
const FOOT_PX = 19;

/** The part of a road that is seen, px of the road. */
export interface RoadView {
  readonly foot: number;
  readonly top: number;
}

/**
 * Where the view rests: the last tier whose amount is reached near its lower edge, and the marker
 * always in it.
 * @param heightPx of the view.
 * @param tierId the tier of the sentence above; in view where the marker allows.
 * @param signPx height of a sign.
 */
export function restingView(
  road: Road,
  heightPx: number,
  tierId: string | null,
  signPx = SIGN_PX,
): RoadView {
  const low = road.low ?? 0;
  const reached = road.signs.filter(({ at }) => at <= low).pop()?.at ?? 0;
  const room = heightPx - HEAD_PX - signPx;
  const restPx = REST_PX + signPx / 2;
  const current = road.signs.find((sign) => sign.tierId === tierId)?.at ?? reached;
  const forCurrent = Math.min(reached, current) - restPx;
  const forRange = Math.min((road.high ?? low) - room, low - FOOT_PX - signPx);
  return viewAt(Math.max(forCurrent, forRange, low - room), heightPx);
}

/** The view with a tier where the next one stands at rest. */
export function viewOfTier({ at }: RoadSign, heightPx: number, signPx = SIGN_PX): RoadView {
  return viewAt(at - (heightPx - HEAD_PX - signPx * 1.5), heightPx);
}

/**
 * The nearest tier above the view, whose sign stands at the upper edge; null where none is. A sign
 * that the next one would lie on makes room for itself there too.
 */
export function nextAbove({ signs }: Road, { top }: RoadView, signPx = SIGN_PX): RoadSign | null {
  const isOut = ({ at }: RoadSign, roomPx: number) => at + signPx / 2 > top - roomPx;
  const next = signs.find((sign) => isOut(sign, HEAD_PX + signPx)) ?? null;
  const isLast = next === signs[signs.length - 1];
  return next && isLast && !isOut(next, 0) ? null : next;
}

function viewAt(foot: number, heightPx: number): RoadView {
  return { foot, top: foot + heightPx };
}

/** Space that the words of a scale keep from a sign and from an edge, px. */
const WORDS_PX = 10;

/**
 * Where the words of a stretch's scale stand: in the middle of what is seen of it, clear of signs.
 * @returns null where there is no room.
 */
export function scaleWordsAt(
  { from, to }: { readonly from: number; readonly to: number },
  view: RoadView,
  signs: readonly RoadSign[],
  signPx = SIGN_PX,
): number | null {
  const headPx = HEAD_PX + signPx;
  const whole = (from + to) / 2;
  const isWhole = from >= view.foot - REST_PX - signPx / 2 && to <= view.top;
  const at = isWhole ? whole : (Math.max(from, view.foot) + Math.min(to, view.top - headPx)) / 2;
  const isSeen = at > view.foot + WORDS_PX && at < view.top - headPx;
  const isFree = signs.every((sign) => Math.abs(sign.at - at) > signPx / 2 + WORDS_PX);
  return isSeen && isFree && at > from && at < to ? at : null;
}
