import {
  addMinutes,
  type ChinaDay,
  chinaDayOf,
  endOfChinaDay,
  type Instant,
  minutesBetween,
} from '../time';

/** A week: long enough for a host who is on air every night, short for a code that went astray. */
const INVITATION_MINUTES = 7 * 24 * 60;

/** The code by which a person becomes a host of a store; null where none is open. */
export interface Invitation {
  inviteCode: string | null;
  inviteEndsAt: Instant | null;
}

/** No open invitation. */
export const NO_INVITATION: Invitation = { inviteCode: null, inviteEndsAt: null };

/**
 * New invitations of one host in a China day. Each makes the earlier one void, so that without a
 * limit the person who holds a code could be kept out.
 */
const MAX_INVITATIONS_A_DAY = 20;

/** How often a host was invited on the last day with an invitation. */
interface InvitationCount {
  invitedOn: ChinaDay | null;
  invitations: number;
}

/** The count with one invitation more at `now`; null when the day has no more. */
export function withInvitation(
  { invitedOn, invitations }: InvitationCount,
  now: Instant,
): InvitationCount | null {
  const today = chinaDayOf(now);
  const before = invitedOn === today ? invitations : 0;
  if (before >= MAX_INVITATIONS_A_DAY) return null;
  return { invitedOn: today, invitations: before + 1 };
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
export function isOpen<I extends Invitation>(
  invitation: I,
  now: Instant,
): invitation is I & { inviteCode: string; inviteEndsAt: Instant } {
  const { inviteCode, inviteEndsAt } = invitation;
  return inviteCode !== null && inviteEndsAt !== null && inviteEndsAt >= now;
}
