import { addMinutes, type Instant } from '../time';

/** A week: long enough for a host who is on air every night, short for a code that went astray. */
const INVITATION_MINUTES = 7 * 24 * 60;

/** The code by which a person becomes a host of a store; null where none is open. */
export interface Invitation {
  inviteCode: string | null;
  inviteEndsAt: Instant | null;
}

/** No open invitation. */
export const NO_INVITATION: Invitation = { inviteCode: null, inviteEndsAt: null };

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
