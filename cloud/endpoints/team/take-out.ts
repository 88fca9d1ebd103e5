import { type Team, type TeamMember, withLine, withoutMember } from '../../../src/domain/shop/team';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import { openPerson, putPerson, unseated } from '../../repositories/people';
import { putTeam } from '../../repositories/teams';

/**
 * Takes a person out of a store: their seat, and their being a host of it; what they recorded stays.
 * Three calls, one more for a host.
 */
export async function takeOut(
  { shopId, caller, t }: { shopId: string; caller: Writer; t: Transaction },
  team: Team,
  member: TeamMember,
  by: { step: 'removed' | 'left'; name: string | null },
): Promise<Team> {
  const { personId, hostId, name, role } = member;
  await putPerson(t, unseated(await openPerson(t, personId), shopId));
  if (hostId !== null) await t.update('hosts', hostId, { personId: null });
  const line = { at: caller.now, step: by.step, by: by.name, name, role };
  const after = withLine(withoutMember(team, member), line);
  await putTeam(t, shopId, after);
  return after;
}
