import type { CheckedInputOf, OutputOf } from '../../../src/contract/endpoints';
import { refuseIfAny } from '../../../src/contract/failure';
import { salesMove } from '../../../src/contract/sales';
import { refundProblems } from '../../../src/domain/sales/problems';
import { withUndone } from '../../../src/domain/sales/revisions';
import { type HostScope, totalsOf } from '../../../src/domain/sales/host-scopes';
import { scopeFigures, scopeKeyOf, type ScopeTotals } from '../../../src/domain/sales/scope';
import type { Admission } from '../../access/admission';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { SalesEntryDoc } from '../../database/documents';
import { presentHostFigures } from '../../presenters/sales';
import { claimingWrite } from '../../endpoint/write';
import {
  isSameDocument,
  keepScope,
  postingsOf,
  postYears,
  type Scope,
  scopeAt,
  scopeBeside,
  withSumsBeside,
} from '../../repositories/books';
import { type Corrected, correctOnce } from '../../repositories/changes';
import { type EntryPlace, movedEntry } from '../../repositories/entries';
import { answerOf } from './answer';
import { requireCurrent } from './correct-entry';
import { openPlace, placeOfDay } from './place';

type Input = CheckedInputOf<'sales.move'>;

/** A place with its sums so far. */
interface Open {
  place: EntryPlace;
  scope: Scope;
}

/** Where an entry is and where it goes; a document that both share is read once. At most two calls. */
async function openBoth(
  t: Transaction,
  {
    moved,
    input,
    admission,
    now,
  }: {
    moved: SalesEntryDoc;
    input: Input;
    admission: Pick<Admission, 'shop' | 'host'>;
    now: string;
  },
): Promise<{ from: Open; to: Open }> {
  const day = placeOfDay(admission, input, now);
  const to = await openPlace(t, admission, input.target, day, now);
  const isShared = isSameDocument(moved, to.place);
  const scope = isShared ? scopeBeside(to.scope, moved) : await scopeAt(t, moved);
  return { from: { place: moved, scope }, to };
}

/** Stores the sums of both places. One call for each document. @returns the scopes of each. */
async function keepBoth(
  t: Transaction,
  { from, to }: { from: Open; to: Open },
  { left, entered }: { left: ScopeTotals; entered: ScopeTotals },
): Promise<{ left: HostScope[]; entered: HostScope[] }> {
  if (isSameDocument(from.place, to.place)) {
    const scope = withSumsBeside(to.scope, from.place, left);
    const scopes = await keepScope(t, to.place, scope, entered);
    return { left: scopes, entered: scopes };
  }
  return {
    left: await keepScope(t, from.place, from.scope, left),
    entered: await keepScope(t, to.place, to.scope, entered),
  };
}

/** Moves an entry, in the transaction that writes it where it was. */
async function move(
  t: Transaction,
  moved: SalesEntryDoc,
  {
    input,
    caller,
    admission,
  }: {
    input: Input;
    caller: Writer;
    admission: Pick<Admission, 'shop' | 'host'>;
  },
): Promise<Corrected<OutputOf<'sales.move'>>> {
  const { now, person } = caller;
  const counted = requireCurrent(moved, input.entryId);
  const both = await openBoth(t, { moved, input, admission, now });
  const { from, to } = both;
  refuseIfAny(refundProblems(input, to.place.bookedOn, now));
  const left = postingsOf(from.place, from.scope.totals, [{ amount: counted, sign: -1 }], now);
  const isSame = scopeKeyOf(from.place) === scopeKeyOf(to.place);
  const before = isSame ? left.totals : to.scope.totals;
  const entered = postingsOf(to.place, before, [{ amount: input, sign: 1 }], now);
  await postYears(t, left, entered);
  const scopes = await keepBoth(t, both, { left: left.totals, entered: entered.totals });
  const entry = movedEntry(moved, input, to.place, caller);
  await t.add('sales_entries', entry);
  const { data, warnings } = answerOf(entry, entry._id, scopes.entered, person);
  const figures = scopeFigures(totalsOf(scopes.left));
  const hostFigures = presentHostFigures(scopes.left);
  const revisions = withUndone(moved.revisions, input.entryId, { isWhole: true, now });
  return {
    entry: { ...moved, revisions, isCounted: false },
    answer: {
      data: { ...data, left: { sessionId: moved.sessionId, figures, hostFigures } },
      warnings: warnings ?? [],
    },
  };
}

/** Moves an entry: what it stated stays on record and stops counting, a new entry counts there. */
export const endpoint = claimingWrite(
  salesMove,
  {
    needs: 'sales.write',
    host: ({ target }) => target.hostId,
  },
  ({ input, caller, shop, host, intended }) =>
    correctOnce(intended, input, (t, moved) =>
      move(t, moved, { input, caller, admission: { shop, host } }),
    ),
);
