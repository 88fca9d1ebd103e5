import { addBounds, type NetBounds } from './bounds';

/** A line of a statement. All amounts in fen; `net = paid − refunded`, low with low. */
export interface StatementSums {
  /** A range where only an ordered amount or a refund is known. */
  readonly paid: NetBounds;
  readonly refundedFen: number;
  readonly net: NetBounds;
}

/** The sum of some lines. */
export function sumOfLines(lines: readonly StatementSums[]): StatementSums {
  return {
    paid: addBounds(...lines.map(({ paid }) => paid)),
    refundedFen: lines.reduce((sum, { refundedFen }) => sum + refundedFen, 0),
    net: addBounds(...lines.map(({ net }) => net)),
  };
}
