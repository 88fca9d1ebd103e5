/** Least height, in px, that a label beside the road needs to be read. */
const LABEL_PX = 30;
/** Height of the label that says how far it is to the next sign. */
const GAP_LABEL_PX = 24;

/** Heights above the foot of the road, in px, at which labels stand. null: not shown. */
export interface LabelPlaces {
  me: number | null;
  gap: number | null;
  atMost: number | null;
}

/**
 * Where the labels at the side of the road stand. Each stands at its mark if it can; where two would
 * lie on each other they move apart, never past one another, and never off the road.
 * @param meLow, meHigh places on the road from 0 to 1, as the engine gives them.
 */
export function placeLabels(
  road: { meLow: number | null; meHigh: number | null },
  hasGap: boolean,
  heightPx: number,
): LabelPlaces {
  const { meLow, meHigh } = road;
  if (meLow === null) return { me: null, gap: null, atMost: null };
  const isRange = meHigh !== null && meHigh > meLow;
  const above = (hasGap ? GAP_LABEL_PX : 0) + (isRange ? LABEL_PX : 0);
  const me = Math.min(meLow * heightPx, heightPx - above);
  const gap = hasGap ? me + (LABEL_PX + GAP_LABEL_PX) / 2 : null;
  const lowestAtMost = me + LABEL_PX + (hasGap ? GAP_LABEL_PX : 0);
  const atMost = isRange ? Math.min(Math.max(meHigh * heightPx, lowestAtMost), heightPx) : null;
  return { me, gap, atMost };
}
