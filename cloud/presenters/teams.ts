import type { TeamView } from '../../src/contract/team';
import { type Team, type TeamInvitation, withoutEnded } from '../../src/domain/shop/team';
import { chinaDayOf } from '../../src/domain/time';

/** An open invitation, without its code. */
export function presentInvitation(made: TeamInvitation): TeamView['invitations'][number] {
  const { id, role, name, hostId, memberId, madeAt, endsAt } = made;
  return { id, role, name, hostId, memberId, madeAt, endsAt };
}

/** A team as its owner sees it: no person's id, and no code. */
export function presentTeam(
  team: Team,
  { person, now }: { person: string; now: string },
): TeamView {
  return {
    members: team.members.map(({ id, role, name, hostId, joinedAt, personId }) => ({
      id,
      role,
      name,
      hostId,
      joinedAt,
      isYou: personId === person,
    })),
    invitations: withoutEnded(team, now).invitations.map(presentInvitation),
    lines: team.lines.map(({ at, step, by, name, role }) => ({ at, step, by, name, role })),
    invitedToday: team.invitedOn === chinaDayOf(now) ? team.invited : 0,
  };
}
