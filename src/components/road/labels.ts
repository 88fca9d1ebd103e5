import type { RoadView } from './view';

/** From this length on a span is drawn as a bracket; a shorter one is a tick. */
const BRACKET_FROM_PX = 24;
/** A label this far from its place is still beside it. */
const BESIDE_PX = 2;
/** Space between two labels, px. */
const BETWEEN_PX = 4;

/** A figure or a span of them beside the road, and the height of its label; all in px. */
export interface Mark<Kind extends string> {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly heightPx: number;
}

/** A label and where it stands. */
export interface PlacedLabel<Kind extends string> {
  readonly kind: Kind;
  /** Middle of the label. */
  readonly at: number;
  /** Where its line meets what it names. */
  readonly place: number;
  /** A span of true length; otherwise a tick. */
  readonly isBracket: boolean;
  /** Whether a line must lead from the label to its place. */
  readonly isMoved: boolean;
}

/**
 * Where the labels at the left of the road stand. The marker's own label stays at its place; others
 * stand at theirs if they can, and move away from it otherwise, never past one another. What does
 * not fit is left out.
 * @param me the marker's place and the height of its label.
 * @param marks the one that matters most first.
 */
export function placeLabels<Kind extends string>(
  me: { readonly at: number; readonly heightPx: number },
  marks: readonly Mark<Kind>[],
  view: RoadView,
): PlacedLabel<Kind>[] {
  const isAbove = ({ from, to }: Mark<Kind>) => (from + to) / 2 > me.at;
  const up = stack(marks.filter(isAbove), me.at + me.heightPx / 2, view.top);
  // The same from the marker downward: on a road that is turned over.
  const turned = marks
    .filter((mark) => !isAbove(mark))
    .map((mark) => ({ ...mark, from: -mark.to, to: -mark.from }));
  const down = stack(turned, me.heightPx / 2 - me.at, -view.foot);
  return [...up, ...down.map((label) => ({ ...label, at: -label.at, place: -label.place }))];
}

/** Stacks labels upward from a floor, each as near to its place as it can be. */
function stack<Kind extends string>(
  marks: readonly Mark<Kind>[],
  floor: number,
  ceiling: number,
): PlacedLabel<Kind>[] {
  const fitting = [...marks];
  const heightOf = () =>
    fitting.reduce((sum, { heightPx }) => sum + heightPx + BETWEEN_PX, 0) + floor;
  while (fitting.length > 0 && heightOf() > ceiling) fitting.pop();
  fitting.sort((a, b) => a.from + a.to - b.from - b.to);
  let free = ceiling;
  const highest = [...fitting].reverse().map(({ heightPx }) => {
    const at = free - heightPx / 2;
    free -= heightPx + BETWEEN_PX;
    return at;
  });
  highest.reverse();
  let used = floor;
  return fitting.map(({ kind, from, to, heightPx }, index) => {
    const place = (from + to) / 2;
    const lowest = used + BETWEEN_PX + heightPx / 2;
    const at = Math.min(Math.max(place, lowest), highest[index] ?? lowest);
    used = at + heightPx / 2;
    const isBracket = to - from >= BRACKET_FROM_PX;
    // A bracket is met at the height of its label wherever it is long enough.
    const met = isBracket ? Math.min(Math.max(at, from), to) : place;
    return { kind, at, place: met, isBracket, isMoved: Math.abs(at - met) > BESIDE_PX };
  });
}
