import type { Basis, EntryKind, SELF_BASES } from '../../domain/sales/entry';
import { fenOf, textOrNull } from './typed';

/** A basis a person may claim. */
export type SelfBasis = (typeof SELF_BASES)[number];

/** An amount in the form, as typed. */
export interface FigureFields {
  kind: EntryKind;
  amount: string;
  basis: SelfBasis;
  source: string;
  soldForName: string;
  /** null: not asked, not said. */
  aboveThresholdHuadu: 'yes' | 'no' | 'unknown' | null;
}

/** A paid amount by the merchant's own word: what is recorded most. */
export const NO_FIGURE: FigureFields = {
  kind: 'paid',
  amount: '',
  basis: 'self_reported',
  source: '',
  soldForName: '',
  aboveThresholdHuadu: null,
};

/** The self-claimable basis nearest to one that may be an officer's. */
export function selfBasisOf(basis: Basis): SelfBasis {
  return basis === 'press_report' || basis === 'platform_export' ? basis : 'self_reported';
}

/** What is sent of an amount. */
export function figureInput(fields: FigureFields) {
  const name = textOrNull(fields.soldForName);
  const isSaid = name !== null || fields.aboveThresholdHuadu !== null;
  return {
    kind: fields.kind,
    amountFen: fenOf(fields.amount),
    basis: fields.basis,
    source: textOrNull(fields.source),
    soldFor: isSaid
      ? { name, aboveThresholdHuadu: fields.aboveThresholdHuadu ?? ('unknown' as const) }
      : null,
  };
}
