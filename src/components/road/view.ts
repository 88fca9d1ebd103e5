import type { Road, RoadSign } from '../../domain/incentive';

/** The last tier reached, or 0, stands this far above the lower edge, px. */
const REST_PX = 55;
/** Room for the sign of the next tier at the upper edge, px. */
const HEAD_PX = 61;
/** Room below the lower bound of a range for its label, px. */
const FOOT_PX = 71;
/** Half of a sign, px: nearer to an edge it is out of view. */
const HALF_SIGN_PX = 26;

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
 */
export function restingView(road: Road, heightPx: number, tierId: string | null): RoadView {
  const low = road.low ?? 0;
  const reached = road.signs.filter(({ at }) => at <= low).pop()?.at ?? 0;
  const room = heightPx - HEAD_PX;
  const rest = reached - REST_PX;
  const current = road.signs.find((sign) => sign.tierId === tierId)?.at ?? reached;
  const forCurrent = Math.min(rest, current - REST_PX);
  const forRange = Math.min((road.high ?? low) - room, low - FOOT_PX);
  return viewAt(Math.max(forCurrent, forRange, low - room), heightPx);
}

/** The view with a tier where the next one stands at rest. */
export function viewOfTier({ at }: RoadSign, heightPx: number): RoadView {
  return viewAt(at - (heightPx - HEAD_PX - HALF_SIGN_PX), heightPx);
}

/**
 * The nearest tier above the view, whose sign stands at the upper edge; null where none is. A sign
 * that the next one would lie on makes room for itself there too.
 */
export function nextAbove({ signs }: Road, { top }: RoadView): RoadSign | null {
  const isOut = ({ at }: RoadSign, roomPx: number) => at + HALF_SIGN_PX > top - roomPx;
  const next = signs.find((sign) => isOut(sign, HEAD_PX)) ?? null;
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
): number | null {
  const whole = (from + to) / 2;
  const isWhole = from >= view.foot - REST_PX && to <= view.top;
  const at = isWhole ? whole : (Math.max(from, view.foot) + Math.min(to, view.top - HEAD_PX)) / 2;
  const isSeen = at > view.foot + WORDS_PX && at < view.top - HEAD_PX;
  const isFree = signs.every((sign) => Math.abs(sign.at - at) > HALF_SIGN_PX + WORDS_PX);
  return isSeen && isFree && at > from && at < to ? at : null;
}
