import type { OutputOf } from '../../contract/endpoints';
import { salesRecordInput, salesCorrection, type LedgerEntry } from '../../contract/sales';
import { salesProblems } from '../../domain/sales/problems';
import { parseAmount } from '../../domain/money';
import { Draft, type DraftPlan, type DraftPorts } from './draft';
import { figureInput, NO_FIGURE, selfBasisOf, type FigureFields } from './figure-fields';

/** Where an amount belongs, as chosen. */
export interface TargetFields {
  of: 'session' | 'day';
  sessionId: string | null;
  /** China day, outside a session. */
  bookedOn: string;
  hostId: string | null;
  accountId: string | null;
}

/** The amount form, as typed. */
export interface SalesFields extends TargetFields, FigureFields {}

function targetInput(fields: SalesFields) {
  return fields.of === 'session'
    ? { of: 'session' as const, sessionId: fields.sessionId }
    : {
        of: 'day' as const,
        bookedOn: fields.bookedOn,
        hostId: fields.hostId,
        accountId: fields.accountId,
      };
}

type Output = OutputOf<'sales.record'>;
type Write<Schema extends typeof salesRecordInput | typeof salesCorrection> = DraftPlan<
  SalesFields,
  Schema,
  Output
>;

/** An amount being recorded, or an entry being corrected. */
export type SalesDraft =
  | Draft<SalesFields, typeof salesRecordInput, Output>
  | Draft<SalesFields, typeof salesCorrection, Output>;

/** A new amount; what was typed and not sent for the same place is found again. */
export function createRecordDraft(
  ports: DraftPorts,
  shopId: string,
  begin: TargetFields & { now: () => string },
  send: Write<typeof salesRecordInput>['send'],
): SalesDraft {
  const { now, ...target } = begin;
  return new Draft<SalesFields, typeof salesRecordInput, Output>(ports, {
    name: `record/${target.sessionId ?? shopId}`,
    initial: { ...NO_FIGURE, ...target },
    schema: salesRecordInput,
    toInput: (fields) => ({ shopId, target: targetInput(fields), ...figureInput(fields) }),
    alsoWrong: (fields) => salesProblems({ target: targetInput(fields) }, now()),
    send,
  });
}

/** The form of an entry as it stands in the ledger. */
function fieldsOfEntry(entry: LedgerEntry): SalesFields {
  return {
    of: entry.sessionId === null ? 'day' : 'session',
    sessionId: entry.sessionId,
    bookedOn: entry.bookedOn,
    hostId: entry.hostId,
    accountId: entry.accountId,
    kind: entry.kind,
    amount: yuanText(entry.amountFen),
    basis: selfBasisOf(entry.basis),
    source: entry.source ?? '',
    soldForName: entry.soldFor.name ?? '',
    aboveThresholdHuadu:
      entry.soldFor.aboveThresholdHuadu === 'unknown' && entry.soldFor.name === null
        ? null
        : entry.soldFor.aboveThresholdHuadu,
  };
}

/** A correction: a whole new entry in place of `entry`, which stays on record. */
export function createCorrectionDraft(
  ports: DraftPorts,
  shopId: string,
  entry: LedgerEntry,
  now: () => string,
  send: Write<typeof salesCorrection>['send'],
): SalesDraft {
  return new Draft<SalesFields, typeof salesCorrection, Output>(ports, {
    name: `correct/${entry.id}`,
    initial: fieldsOfEntry(entry),
    schema: salesCorrection,
    toInput: (fields) => ({
      shopId,
      entryId: entry.id,
      target: targetInput(fields),
      ...figureInput(fields),
    }),
    alsoWrong: (fields) => salesProblems({ target: targetInput(fields) }, now()),
    send,
  });
}

/**
 * An amount as it would be typed: `83200.5`.
 * @internal exported for its tests
 */
export function yuanText(fen: number): string {
  const yuan = String(Math.trunc(fen / 100));
  const rest = fen % 100;
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}

/** Fen of the amount as far as it is typed; null while it is not an amount. */
export function typedFen(fields: Pick<FigureFields, 'amount'>): number | null {
  const amount = parseAmount(fields.amount);
  return amount.ok ? amount.fen : null;
}
