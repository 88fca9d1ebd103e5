import { Failure } from '../../src/contract/failure';
import {
  MAX_INVITATIONS_A_DAY,
  secondsUntilTomorrow,
  withInvitation as counted,
} from '../../src/domain/shop/invitation';
import {
  memberOf,
  newTeam,
  type Team,
  type TeamInvitation,
  type TeamMember,
  withoutEnded,
} from '../../src/domain/shop/team';
import { readById, type Transaction } from '../database/database';
import type { ShopDoc, TeamDoc } from '../database/documents';
import { readJoined } from '../database/joined';
import { ONE } from '../database/read-limit';
import { codeHashOf } from './ids';

/** Reads the team of a store; null while its owner is alone in it. One call. */
export function teamOf(shopId: string): Promise<TeamDoc | null> {
  return readById('teams', shopId);
}

/** The team of the store and the open invitation that a code is of, with the store. One call. */
export async function invitationByCode(
  code: string,
): Promise<{ team: TeamDoc; shop: ShopDoc; invitation: TeamInvitation } | null> {
  const hash = codeHashOf(code);
  const [found] = await readJoined(
    'teams',
    { codes: hash },
    { shop: { from: 'shops', localField: '_id' } },
    { orderBy: [['memberCount', 'asc']], limit: ONE },
  );
  const shop = found?.joined.shop;
  const invitation = found?.doc.invitations.find(({ codeHash }) => codeHash === hash);
  if (shop === undefined || shop === null || invitation === undefined) return null;
  return { team: found?.doc as TeamDoc, shop, invitation };
}

/** A team as it is read inside a transaction by its owner, who is its first member. */
export interface OwnTeam {
  team: Team;
  owner: TeamMember;
}

/**
 * Reads a team inside a transaction for its owner: of two owners one after the other, the later
 * decides here. One call, one more while there is no team.
 * @throws Failure `not_allowed` for anyone else.
 */
export async function openOwnTeam(
  t: Transaction,
  shopId: string,
  personId: string,
): Promise<OwnTeam> {
  const team = (await t.get('teams', shopId)) ?? (await firstTeam(t, shopId, personId));
  const owner = memberOf(team, personId);
  if (owner?.role !== 'owner') throw new Failure('not_allowed');
  return { team, owner };
}

/** The team of a store in which one person has a seat. */
async function firstTeam(t: Transaction, shopId: string, personId: string): Promise<Team> {
  const person = await t.get('people', personId);
  const seat = person?.seats[shopId];
  if (seat?.role !== 'owner') throw new Failure('not_allowed');
  return newTeam({ personId, joinedAt: seat.joinedAt });
}

/** Writes a team whole. One call. */
export async function putTeam(t: Transaction, shopId: string, team: Team): Promise<void> {
  const { members, invitations, lines, memberCount, invitedOn, invited } = team;
  const codes = invitations.map(({ codeHash }) => codeHash);
  await t.set('teams', shopId, {
    members,
    invitations,
    codes,
    lines,
    memberCount,
    invitedOn,
    invited,
  });
}

/**
 * A team with an invitation more.
 * @param replaces which earlier ones become void.
 * @throws Failure `too_many_requests` when the day has no more.
 */
export function withInvitation(
  team: Team,
  made: TeamInvitation,
  replaces: (earlier: TeamInvitation) => boolean,
): Team {
  const now = made.madeAt;
  const count = counted(team, now);
  if (count === null) {
    const retryAfter = secondsUntilTomorrow(now);
    throw new Failure('too_many_requests', { info: { retryAfter, limit: MAX_INVITATIONS_A_DAY } });
  }
  const open = withoutEnded(team, now, replaces);
  return { ...open, ...count, invitations: [...open.invitations, made] };
}

/** The open invitation of a code in a team that was read inside a transaction; null for none. */
export function openInvitation(team: Team, code: string, now: string): TeamInvitation | null {
  const hash = codeHashOf(code);
  return withoutEnded(team, now).invitations.find(({ codeHash }) => codeHash === hash) ?? null;
}
