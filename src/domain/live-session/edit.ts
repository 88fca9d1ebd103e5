import type { FieldIssue, FieldIssues } from '../field-issues';
import type { Instant } from '../time';
import { type KeptHost, type SessionHost, withSeller } from './hosts';
import type { LiveSessionState } from './live-session';
import { isRunning } from './public-phase';
import { planProblems } from './problems';

interface Teaser {
  readonly name: string;
  readonly priceFen: number | null;
  readonly priceBasis: string | null;
}

/** What an edit states of a session. */
export interface EditedPlan {
  readonly title: string;
  /** The main host first. */
  readonly hostIds: readonly string[];
  readonly accountId: string | null;
  readonly goalFen: number | null;
  readonly teasers: readonly Teaser[];
  readonly isAiPresenter: boolean;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** What an edit changes. Start and end change together. */
export type PlanChange = Partial<EditedPlan>;

/** What can be changed while a session is on air. */
const CHANGEABLE_ON_AIR: readonly string[] = ['title', 'teasers'];

function isSameList<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item | undefined) => boolean,
): boolean {
  return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
}

function isSameTeaser(a: Teaser, b: Teaser | undefined): boolean {
  return a.name === b?.name && a.priceFen === b.priceFen && a.priceBasis === b.priceBasis;
}

/** What an edit changes of a plan. */
export function planChange(before: EditedPlan, after: EditedPlan): PlanChange {
  const { title, hostIds, accountId, goalFen, teasers, isAiPresenter, startAt, endAt } = after;
  const isMoved = startAt !== before.startAt || endAt !== before.endAt;
  const isSameHosts = isSameList(hostIds, before.hostIds, (a, b) => a === b);
  return {
    ...(title === before.title ? {} : { title }),
    ...(isSameHosts ? {} : { hostIds }),
    ...(accountId === before.accountId ? {} : { accountId }),
    ...(goalFen === before.goalFen ? {} : { goalFen }),
    ...(isSameList(teasers, before.teasers, isSameTeaser) ? {} : { teasers }),
    ...(isAiPresenter === before.isAiPresenter ? {} : { isAiPresenter }),
    ...(isMoved ? { startAt, endAt } : {}),
  };
}

/**
 * The problems of an edit: on air only title and goods can change, and times that change must be those
 * of a plan. A plan that is overdue keeps its times when only something else changes.
 * @param state the state of the session at `now`.
 */
export function editProblems(
  change: PlanChange,
  after: Pick<EditedPlan, 'startAt' | 'endAt'>,
  state: LiveSessionState,
  now: Instant,
): FieldIssues {
  if (isRunning({ state })) {
    const fixed = Object.keys(change).filter((field) => !CHANGEABLE_ON_AIR.includes(field));
    return Object.fromEntries(fixed.map((field) => [field, 'fixed_on_air' satisfies FieldIssue]));
  }
  return change.startAt === undefined ? {} : planProblems(after, now);
}

/**
 * The hosts of a session after others were planned. One who sold in it stays one of its hosts.
 * @param sellerIds hosts with amounts that count.
 */
export function replannedHosts(
  hosts: readonly KeptHost[],
  planned: readonly SessionHost[],
  sellerIds: readonly (string | null)[],
): KeptHost[] {
  const sellers = hosts.filter(({ id }) => sellerIds.includes(id));
  const named = planned.map(({ id, name }) => ({ id, name, isPlanned: true }));
  return sellers.reduce<KeptHost[]>(withSeller, named);
}
