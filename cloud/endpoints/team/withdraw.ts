import { Failure } from '../../../src/contract/failure';
import { teamWithdraw } from '../../../src/contract/team';
import { withLine, withoutEnded } from '../../../src/domain/shop/team';
import { write } from '../../endpoint/write';
import { presentTeam } from '../../presenters/teams';
import { openOwnTeam, putTeam } from '../../repositories/teams';

/** Makes an invitation or an offer void. One that was used is not found. */
export const endpoint = write(
  teamWithdraw,
  { needs: 'shop.edit' },
  async ({ input: { shopId, invitationId }, caller, t }) => {
    const { team, owner } = await openOwnTeam(t, shopId, caller.person);
    const { now: at } = caller;
    const found = withoutEnded(team, at).invitations.find(({ id }) => id === invitationId);
    if (found === undefined) throw new Failure('not_found');
    const { name, role } = found;
    const left = withoutEnded(team, at, ({ id }) => id === invitationId);
    const after = withLine(left, { at, step: 'withdrawn', by: owner.name, name, role });
    await putTeam(t, shopId, after);
    return { data: { team: presentTeam(after, caller) } };
  },
);
