import { describe, expect, it } from 'vitest';

import { invitationEnd, isOpen, MAX_INVITATIONS_A_DAY, withInvitation } from './invitation';

const NOW = '2026-11-24T02:00:00.000Z';
const END = '2026-11-27T02:00:00.000Z';

describe('an invitation', () => {
  it('lasts three days, its last instant included', () => {
    const invitation = { endsAt: invitationEnd(NOW) };
    expect(invitation.endsAt).toBe(END);
    expect(isOpen(invitation, END)).toBe(true);
    expect(isOpen(invitation, '2026-11-27T02:00:00.001Z')).toBe(false);
  });

  it('is one of a bounded number in a China day, and the next day has none yet', () => {
    const full = { invitedOn: '2026-11-24', invited: MAX_INVITATIONS_A_DAY };
    const almost = { ...full, invited: MAX_INVITATIONS_A_DAY - 1 };
    expect(withInvitation(almost, NOW)).toEqual(full);
    expect(withInvitation(full, NOW)).toBeNull();
    const midnight = '2026-11-24T16:00:00.000Z';
    expect(withInvitation(full, midnight)).toEqual({ invitedOn: '2026-11-25', invited: 1 });
  });
});
