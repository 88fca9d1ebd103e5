import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { Failure, refuseIfAny, refuseIfStale } from '../../../src/contract/failure';
import { liveSessionCorrect } from '../../../src/contract/live-session';
import { correct } from '../../../src/domain/live-session/live-session';
import { correctionProblems } from '../../../src/domain/live-session/problems';
import { startingAt } from '../../../src/domain/live-session/times';
import { chinaDayOf } from '../../../src/domain/time';
import type { LiveSessionDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { hashOf } from '../../repositories/ids';
import { refuseRefundsBefore } from '../../repositories/sales';
import { overlapsOf } from './new-session';
import { closeSession, openSession } from './step';

type Input = CheckedInputOf<'liveSession.correct'>;

/**
 * The session with its real times. Its sales are booked on the day of the new start where they are
 * to move along, or where none count.
 */
function corrected(session: LiveSessionDoc, input: Input): LiveSessionDoc {
  const { startedAt, withSales } = input;
  const known = { ...correct(session, input), precision: 'instant' as const };
  return withSales ? { ...known, bookedOn: chinaDayOf(startedAt) } : startingAt(known, startedAt);
}

/**
 * Refuses a session of which the times cannot be corrected, and times that it cannot have.
 * @throws Failure `illegal_transition`, `stale_version` or `invalid_input`.
 */
function refuseUnlessCorrectable(session: LiveSessionDoc, input: Input, now: string): void {
  const { state, parentId, pieces } = session;
  // Its pieces follow each other: they are split before their times change.
  const isJoined = parentId !== null || pieces.length > 0;
  if (state !== 'ended' || isJoined) {
    throw new Failure('illegal_transition', { info: { state, isJoined } });
  }
  refuseIfStale(session, input.version);
  refuseIfAny(correctionProblems(input, session, now));
}

/**
 * Refuses when something was recorded in the session since it was read before the transaction: among
 * it may be a refund from before the new day, which only a query finds.
 * @throws Failure `busy`: tried again, the query sees it.
 */
function refuseIfRecordedSince(before: LiveSessionDoc | null, session: LiveSessionDoc): void {
  const recordOf = ({ scopes, recentAmounts, entriesAt }: LiveSessionDoc): string =>
    hashOf({ scopes, recentAmounts, entriesAt });
  const isSame = before !== null && recordOf(before) === recordOf(session);
  if (!isSame) throw new Failure('busy');
}

/** Corrects the real times of an ended session, with a reason. Entries are moved by calls of their own. */
export const endpoint = write(
  liveSessionCorrect,
  {
    needs: 'session.plan',
    session: ({ sessionId, withSales }) => (withSales ? sessionId : null),
    before: async ({ input, session, caller }) => {
      if (!input.withSales || !session) return;
      // Times that cannot be are named first: the day of a refund says nothing about them.
      refuseUnlessCorrectable(session, input, caller.now);
      await refuseRefundsBefore(session._id, chinaDayOf(input.startedAt));
    },
    after: async (_call, answer) => ({
      ...answer,
      warnings: await overlapsOf(answer.data.session),
    }),
  },
  async (call) => {
    const { input, caller, shop } = call;
    const open = await openSession(call);
    refuseUnlessCorrectable(open.session, input, caller.now);
    if (input.withSales) refuseIfRecordedSince(call.session, open.session);
    const words = { step: 'correct' as const, reason: input.reason };
    const session = await closeSession(call, open, corrected(open.session, input), words);
    const names = { shop, hostNames: open.storefront.hostNames };
    return { data: { session: presentLiveSession(session, names, caller) } };
  },
);
