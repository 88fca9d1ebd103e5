// Reports about public pages, and whether a store's pages are shown, as the checker keeps them.
import { anyOf, type Explain, idOf, NOTHING, ofVerifier, outcome, shows } from './explain';
import type { DeskReport, DeskState } from './state';

/** Whether everyone sees the pages of the store. */
export function isShown({ isPublished, suspendedBy }: DeskState): boolean {
  return isPublished && suspendedBy === null;
}

/** A report of which nothing but its id is known waits for its first decision. */
function reportOf({ reports }: DeskState, id: string): DeskReport {
  return (reports[id] ??= { version: 1, is: 'waiting' });
}

/** A problem with a public page; how many a person has reported that day is not modelled. */
export const send: Explain = (state, operation, at) => {
  if (!isShown(state)) return outcome(state, operation, 'not_found');
  if (!operation.answer.ok) return anyOf('limit_reached')(state, operation, at);
  return outcome(state, operation, null, (next) => {
    next.reportsWaiting += 1;
  });
};

/** Following a store that everyone sees; it may be left, and followed on, at any time. */
export const follow: Explain = (state, operation, at) =>
  isShown(state) || operation.input['isFollowing'] === false
    ? outcome(state, operation, null)
    : anyOf(null, 'not_found')(state, operation, at);

/** A store that is not shown asks once to be looked at again; else nothing happens. */
export const appeal: Explain = (state, operation) =>
  outcome(state, operation, null, (next) => {
    if (state.suspendedBy === null || state.hasAppealed) return;
    next.hasAppealed = true;
    next.shopVersion += 1;
    next.reportsWaiting += 1;
  });

function close(state: DeskState, id: string, is: DeskReport['is'] = 'closed'): void {
  const report = reportOf(state, id);
  if (report.is === 'waiting') state.reportsWaiting -= 1;
  Object.assign(report, { is, version: report.version + 1 });
}

/** What a verifier makes of a report that was read before. */
export const decide: Explain = ofVerifier((state, operation) => {
  const { outcome: decided, version } = operation.input;
  const id = idOf(operation, 'reviewId');
  if (id.endsWith('.vmadeup00')) return outcome(state, operation, 'not_found');
  const { suspendedBy } = state;
  const report = state.reports[id] ?? { version: 1, is: 'waiting' };
  const isOpen = report.is === 'waiting' || (report.is === 'suspended' && decided === 'restored');
  const isPossible = isOpen && (decided !== 'restored' || suspendedBy !== null);
  if (version !== report.version || !isPossible) return outcome(state, operation, 'stale_version');
  return outcome(state, operation, null, (next) => {
    const begins = decided === 'suspended' && suspendedBy === null;
    close(next, id, begins ? 'suspended' : 'closed');
    if (begins) Object.assign(next, { suspendedBy: id, hasAppealed: false });
    if (decided === 'restored') {
      if (suspendedBy !== null && suspendedBy !== id) close(next, suspendedBy);
      next.suspendedBy = null;
    }
    if (begins || decided === 'restored') next.shopVersion += 1;
  });
});

function refusalOf({ isPublished, suspendedBy }: DeskState): string | null {
  if (!isPublished) return 'not_found';
  return suspendedBy === null ? null : 'shop_suspended';
}

/** A public page: it is there while the store is published and shown. */
export const publicPage: Explain = (state, operation) =>
  outcome(state, operation, refusalOf(state));

/** The public page of a session, which the store may not have. */
export const sessionPage: Explain = (state, operation, at) => {
  const refusal = refusalOf(state);
  if (refusal !== null) return outcome(state, operation, refusal);
  if (!operation.answer.ok) return anyOf('not_found')(state, operation, at);
  return state.sessions.size === 0 ? NOTHING : shows(() => true)(state, operation, at);
};
