import * as v from 'valibot';

import { read } from './endpoint';
import { countField, dayField, exactly, flagField, shopIdField, yearField } from './fields';
import { netRange } from './figures';
import { incentiveProgress } from './incentive';
import { liveSessionTodo } from './live-session-find';

const { withComparison, promotionsOff, knownRuleSets } = incentiveProgress.input.entries;
const { onAir, unconfirmed, toRecord, upcoming } = liveSessionTodo.output.entries;

/** A China day of the week, with its sessions by their state; cancelled ones are left out. */
const weekDay = exactly({
  day: dayField,
  planned: countField,
  unconfirmed: countField,
  onAir: countField,
  toRecord: countField,
  recorded: countField,
  /** Of the recorded ones. */
  net: netRange,
});

/** What the home page of a store's people shows, in one call. */
export const incentiveHome = read('incentive.home', {
  input: exactly({
    shopId: shopIdField,
    /** The year of the progress. */
    year: yearField,
    withComparison,
    promotionsOff,
    knownRuleSets,
  }),
  output: exactly({
    /** As `liveSession.todo` answers them. */
    onAir,
    unconfirmed,
    toRecord,
    upcoming,
    /** Whether the store has any session. */
    hasSessions: flagField,
    /** This week from Monday; null where it has more sessions than `MAX_WEEK_SESSIONS`. */
    week: v.nullable(v.array(weekDay)),
    /** As `incentive.progress` answers it for the store; null for roles that do not see it. */
    progress: v.nullable(incentiveProgress.output),
    /**
     * Hosts on the ladder of sales, and what blocks their next tier: the amount, another figure, or
     * that a figure is not known. null where none are, and for roles that do not see it.
     */
    hosts: v.nullable(
      exactly({
        count: countField,
        reached: countField,
        byAmount: countField,
        byOther: countField,
        unknown: countField,
      }),
    ),
  }),
});
