import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { invalidInput, limitReached } from '../../../src/contract/failure';
import { teamInvite } from '../../../src/contract/team';
import { isFull, MAX_MEMBERS } from '../../../src/domain/shop/team';
import type { HostDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { openOwnTeam } from '../../repositories/teams';
import { makeInvitation, withCode } from './made';

/** @throws Failure `invalid_input` unless a host's invitation, and no other, names a host to be. */
function checkHost({ role, hostId }: CheckedInputOf<'team.invite'>, host: HostDoc | null): void {
  if (role !== 'host') {
    if (hostId !== null) throw invalidInput({ hostId: 'not_a_choice' });
    return;
  }
  if (hostId === null) throw invalidInput({ hostId: 'required' });
  if (host === null) throw invalidInput({ hostId: 'not_in_store' });
  if (host.personId !== null || host.isRetired) throw invalidInput({ hostId: 'not_a_choice' });
}

/** Invites a person to a role. Whether the host is still free is decided when the person joins. */
export const endpoint = write(
  teamInvite,
  {
    needs: 'shop.edit',
    host: ({ hostId }) => hostId ?? undefined,
    after: async (_call, answer) => withCode(answer),
  },
  async ({ input, caller, host, t }) => {
    const { shopId, role, name, hostId } = input;
    checkHost(input, host);
    const own = await openOwnTeam(t, shopId, caller.person);
    if (role !== 'host' && isFull(own.team)) throw limitReached(MAX_MEMBERS);
    const invited = { role, name, hostId, memberId: null };
    return makeInvitation(
      { shopId, caller, t },
      own,
      invited,
      (earlier) => hostId !== null && earlier.hostId === hostId,
    );
  },
);
