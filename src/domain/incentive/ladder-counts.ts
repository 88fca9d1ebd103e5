import type { HostStanding } from './host-ladder';

/** How many hosts stand where on a ladder, as their rows say. */
export interface LadderCounts {
  readonly hosts: number;
  /** Those beyond some tier by the figures. */
  readonly reached: number;
  /** Those of whose next tier nothing can be said. */
  readonly unknown: number;
  /** Those without records in the year: they are in no other count. */
  readonly blank: number;
}

/** Counts hosts by what their rows show, so that a sentence above the rows agrees with them. */
export function ladderCounts(
  hosts: readonly Pick<HostStanding, 'net' | 'standing'>[],
): LadderCounts {
  const recorded = hosts.filter(({ net }) => net !== null).map(({ standing }) => standing);
  const isUnknown = ({ blocker }: HostStanding['standing']): boolean =>
    blocker?.condition.answer === 'cannot_tell';
  return {
    hosts: hosts.length,
    reached: recorded.filter(({ reached }) => reached !== null).length,
    unknown: recorded.filter(isUnknown).length,
    blank: hosts.length - recorded.length,
  };
}
