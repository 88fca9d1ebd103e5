import type { OutputOf } from '../../../src/contract/endpoints';
import { invitationEnd } from '../../../src/domain/shop/invitation';
import { type TeamInvitation, type TeamMember, withLine } from '../../../src/domain/shop/team';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import { presentInvitation, presentTeam } from '../../presenters/teams';
import type { Answer } from '../../repositories/changes';
import { codeHashOf, invitationCodeOf, newInvitationId } from '../../repositories/ids';
import { currentKeyId } from '../../repositories/secrets';
import { type OwnTeam, putTeam, withInvitation } from '../../repositories/teams';

type Made = OutputOf<'team.invite'>;

/** What an invitation is for. */
type Invited = Pick<TeamInvitation, 'role' | 'name' | 'hostId' | 'memberId'>;

/**
 * Adds an invitation to a team. The answer is kept with the id of the key in place of the code, which
 * {@link withCode} makes for the first answer and for every repeat. One call.
 */
export async function makeInvitation(
  { shopId, caller, t }: { shopId: string; caller: Writer; t: Transaction },
  { team, owner }: OwnTeam & { owner: TeamMember },
  invited: Invited,
  replaces: (earlier: TeamInvitation) => boolean,
): Promise<Answer<Made>> {
  const { now } = caller;
  const id = newInvitationId(shopId, caller);
  const keyId = currentKeyId();
  const codeHash = codeHashOf(invitationCodeOf(id, keyId));
  const invitation = { id, keyId, codeHash, madeAt: now, endsAt: invitationEnd(now), ...invited };
  const { name, role, memberId } = invited;
  const step = memberId === null ? 'invited' : 'offered';
  const line = { at: now, step, by: owner.name, name, role } as const;
  const after = withLine(withInvitation(team, invitation, replaces), line);
  await putTeam(t, shopId, after);
  const data = {
    team: presentTeam(after, caller),
    invitation: presentInvitation(invitation),
    code: keyId,
  };
  return { data };
}

/** A kept answer with the code of its invitation. */
export function withCode(answer: Answer<Made>): Answer<Made> {
  const { invitation, code: keyId } = answer.data;
  const code = invitationCodeOf(invitation.id, keyId);
  return { ...answer, data: { ...answer.data, code } };
}
