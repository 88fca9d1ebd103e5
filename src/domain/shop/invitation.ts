import {
  addMinutes,
  type ChinaDay,
  chinaDayOf,
  endOfChinaDay,
  type Instant,
  minutesBetween,
} from '../time';

/** Three days: enough to read a message, short for a card that went astray. */
const INVITATION_MINUTES = 3 * 24 * 60;

/**
 * New invitations of one store in a China day; the hand-over is one of them. A store of a hundred
 * hosts invites all of them at once.
 */
export const MAX_INVITATIONS_A_DAY = 100;

/** How often a store invited on the last day with an invitation. */
export interface InvitationCount {
  invitedOn: ChinaDay | null;
  invited: number;
}

/** The count with one invitation more at `now`; null when the day has no more. */
export function withInvitation(
  { invitedOn, invited }: InvitationCount,
  now: Instant,
): InvitationCount | null {
  const today = chinaDayOf(now);
  const before = invitedOn === today ? invited : 0;
  if (before >= MAX_INVITATIONS_A_DAY) return null;
  return { invitedOn: today, invited: before + 1 };
}

/** Seconds from `now` until the next China day has begun, in whole minutes. */
export function secondsUntilTomorrow(now: Instant): number {
  return (minutesBetween(now, endOfChinaDay(chinaDayOf(now))) + 1) * 60;
}

/** The instant at which an invitation made at `now` ends. */
export function invitationEnd(now: Instant): Instant {
  return addMinutes(now, INVITATION_MINUTES);
}

/** Whether an invitation can still be used at `now`. */
export function isOpen({ endsAt }: { endsAt: Instant }, now: Instant): boolean {
  return endsAt >= now;
}
