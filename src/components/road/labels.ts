/** Least height, in px, that a label beside the road needs to be read. */
const LABEL_PX = 30;
/** Height of the label that says how far it is to the next sign. */
const GAP_LABEL_PX = 24;
/** Height of a second line of a label, px. */
const LINE_PX = 18;

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
 * @param lines how many lines a label may take.
 */
export function placeLabels(
  road: { meLow: number | null; meHigh: number | null },
  hasGap: boolean,
  heightPx: number,
  lines: 1 | 2 = 1,
): LabelPlaces {
  const { meLow, meHigh } = road;
  if (meLow === null) return { me: null, gap: null, atMost: null };
  const isRange = meHigh !== null && meHigh > meLow;
  const morePx = (lines - 1) * LINE_PX;
  const labelPx = LABEL_PX + morePx;
  const gapPx = hasGap ? GAP_LABEL_PX + morePx : 0;
  const above = gapPx + (isRange ? labelPx : 0);
  const me = Math.min(meLow * heightPx, heightPx - above);
  const gap = hasGap ? me + (labelPx + gapPx) / 2 : null;
  const lowestAtMost = me + labelPx + gapPx;
  const atMost = isRange ? Math.min(Math.max(meHigh * heightPx, lowestAtMost), heightPx) : null;
  return { me, gap, atMost };
}
