import { describe, expect, it } from 'vitest';

import { invitationEnd, isOpen, NO_INVITATION } from './invitation';

const NOW = '2026-11-24T02:00:00.000Z';
const END = '2026-12-01T02:00:00.000Z';

describe('an invitation', () => {
  it('lasts a week, its last instant included', () => {
    const invitation = { inviteCode: 'abcdefghijkl', inviteEndsAt: invitationEnd(NOW) };
    expect(invitation.inviteEndsAt).toBe(END);
    expect(isOpen(invitation, END)).toBe(true);
    expect(isOpen(invitation, '2026-12-01T02:00:00.001Z')).toBe(false);
  });

  it('is not open when there is none', () => {
    expect(isOpen(NO_INVITATION, NOW)).toBe(false);
  });
});
