import type { InputOf } from '../../contract/endpoints';
import { fenOf, textOrNull } from './amounts';
import type { Change, FieldsOf, Unchecked } from './typed';

/** An amount in a form, with its kind and where it comes from. */
export type FigureFields = FieldsOf<'liveSession.backfill'>['figure'];

type Figure = NonNullable<InputOf<'liveSession.backfill'>['figure']>;

/** A paid amount by the merchant's own statement: the one that is recorded most. */
export const NO_FIGURE: FigureFields = {
  kind: 'paid',
  amountFen: '',
  returnedOn: null,
  basis: 'self_reported',
  source: '',
  soldFor: { name: '', aboveThresholdHuadu: null },
};

/** The amount to send; nothing about the buyer where nothing was answered. */
export function figureInput(fields: FigureFields): Unchecked<Figure> {
  const name = textOrNull(fields.soldFor.name);
  const { aboveThresholdHuadu } = fields.soldFor;
  const isAnswered = name !== null || aboveThresholdHuadu !== null;
  return {
    kind: fields.kind,
    amountFen: fenOf(fields.amountFen),
    returnedOn: fields.kind === 'refunded' ? (fields.returnedOn ?? null) : null,
    basis: fields.basis,
    source: textOrNull(fields.source),
    soldFor: isAnswered ? { name, aboveThresholdHuadu: aboveThresholdHuadu ?? 'unknown' } : null,
  };
}

type Confirmed = FieldsOf<'sales.record'>['confirmed'];

/**
 * A change after which nothing in the form is confirmed, unless it is the confirmation: a
 * confirmation is about the amount as it was typed then.
 */
export function unconfirming<C extends Change<{ confirmed: Confirmed }>>(change: C): C {
  return { confirmed: [], ...change };
}

/** What was confirmed, to send; nothing where nothing was asked. */
export function confirmedInput(confirmed: Confirmed): { confirmed?: Confirmed } {
  return confirmed.length > 0 ? { confirmed } : {};
}
