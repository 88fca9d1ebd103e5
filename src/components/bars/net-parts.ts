import type { NetBounds } from '../../domain/sales';
import type { BarPart } from './index';

/** What is known of a net beside its bounds. */
interface NetBar extends NetBounds {
  /** What of the lower bound will not change, fen. */
  readonly settledFen: number;
  /** Whether the rest of the lower bound may come back; otherwise nothing is known of it. */
  readonly isOpenKnown?: boolean;
  /** What the settled part is drawn as. */
  readonly kind?: 'solid' | 'other';
}

/** A net as parts of a bar: settled, what may come back, and what is not known. */
export function netParts(net: NetBar): BarPart[] {
  const { low, high, settledFen, isOpenKnown = true, kind = 'solid' } = net;
  const parts: BarPart[] = [];
  if (settledFen !== 0) parts.push({ kind, from: 0, to: settledFen });
  if (settledFen < low && isOpenKnown) parts.push({ kind: 'open', from: settledFen, to: low });
  const unknownFrom = isOpenKnown ? low : settledFen;
  if (unknownFrom < high) parts.push({ kind: 'unknown', from: unknownFrom, to: high });
  return parts;
}
