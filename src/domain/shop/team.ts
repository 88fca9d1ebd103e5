import type { Instant } from '../time';
import { type InvitationCount, isOpen } from './invitation';
import type { Role } from './shop';

/** People of a store beside its hosts and its owner. */
export const MAX_MEMBERS = 50;

/** Lines that a team's history shows; older ones are dropped. */
export const MAX_TEAM_LINES = 200;

/** Roles that an invitation gives; the owner hands over instead. */
export const INVITED_ROLES = ['operator', 'host', 'floor_manager', 'finance'] as const;
/** One of {@link INVITED_ROLES}. */
export type InvitedRole = (typeof INVITED_ROLES)[number];

/** A person of a store. */
export interface TeamMember {
  id: string;
  personId: string;
  role: Role;
  /** As the owner calls them; null for the owner who registered the store. */
  name: string | null;
  /** The host whom they are. */
  hostId: string | null;
  joinedAt: Instant;
}

/** An open invitation; with `memberId` the store is offered to that member. */
export interface TeamInvitation {
  id: string;
  role: Role;
  /** null only in an offer to the owner who registered the store. */
  name: string | null;
  hostId: string | null;
  memberId: string | null;
  /** Only this of its code is kept. */
  codeHash: string;
  /** The key of the environment of which its code is made. */
  keyId: string;
  madeAt: Instant;
  endsAt: Instant;
}

/** What can happen in a team. */
export const TEAM_STEPS = [
  'invited',
  'withdrawn',
  'joined',
  'role_changed',
  'removed',
  'left',
  'offered',
  'handed_over',
] as const;
/** One of {@link TEAM_STEPS}. */
export type TeamStep = (typeof TEAM_STEPS)[number];

/** A line of a team's history, in the names of its time. */
export interface TeamLine {
  at: Instant;
  step: TeamStep;
  /** Who did it; null for the owner who registered the store. */
  by: string | null;
  /** Whom it is about; null for the owner who registered the store. */
  name: string | null;
  /** The role after it. */
  role: Role;
}

/** The people of a store, exactly one of them the owner. */
export interface Team extends InvitationCount {
  members: readonly TeamMember[];
  invitations: readonly TeamInvitation[];
  /** Latest first. */
  lines: readonly TeamLine[];
  /** Members that ever were: their ids are never used again. */
  memberCount: number;
}

/** The team of a store whose owner has invited no one yet. */
export function newTeam(owner: Pick<TeamMember, 'personId' | 'joinedAt'>): Team {
  const { personId, joinedAt } = owner;
  return {
    members: [{ id: 'm1', personId, role: 'owner', name: null, hostId: null, joinedAt }],
    invitations: [],
    lines: [],
    memberCount: 1,
    invitedOn: null,
    invited: 0,
  };
}

/** The person's entry in a team; null when they are none of it. */
export function memberOf({ members }: Team, personId: string): TeamMember | null {
  return members.find((member) => member.personId === personId) ?? null;
}

/** Whether a team has as many people beside its hosts as it may have. */
export function isFull({ members }: Team): boolean {
  return members.filter(({ role }) => role !== 'host' && role !== 'owner').length >= MAX_MEMBERS;
}

/** Whether a member may get a role: only a person who is a host of the store can have the host's. */
export function canBecome({ role, hostId }: TeamMember, next: Role): boolean {
  return role !== 'owner' && next !== 'owner' && (next !== 'host' || hostId !== null);
}

/** A team with another line in its history. */
export function withLine<T extends Team>(team: T, line: TeamLine): T {
  return { ...team, lines: [line, ...team.lines].slice(0, MAX_TEAM_LINES) };
}

/** A team without invitations that are over, and without those that a new one replaces. */
export function withoutEnded<T extends Team>(
  team: T,
  now: Instant,
  replaced: (invitation: TeamInvitation) => boolean = () => false,
): T {
  const invitations = team.invitations.filter((made) => isOpen(made, now) && !replaced(made));
  return { ...team, invitations };
}

/** A team with a changed member. */
export function withMember<T extends Team>(team: T, changed: TeamMember): T {
  const members = team.members.map((member) => (member.id === changed.id ? changed : member));
  return { ...team, members };
}

/** A team without a member, and without offers of the store to them. */
export function withoutMember<T extends Team>(team: T, { id }: TeamMember): T {
  return {
    ...team,
    members: team.members.filter((member) => member.id !== id),
    invitations: team.invitations.filter(({ memberId }) => memberId !== id),
  };
}

/** A team with one person more. */
export function withJoined<T extends Team>(team: T, joined: Omit<TeamMember, 'id'>): T {
  const memberCount = team.memberCount + 1;
  const member = { id: `m${String(memberCount)}`, ...joined };
  return { ...team, members: [...team.members, member], memberCount };
}

/** A team whose owner is another of its members; the former one becomes an operator. */
export function handedOver<T extends Team>(team: T, memberId: string): T {
  const members = team.members.map((member) => {
    if (member.id === memberId) return { ...member, role: 'owner' as const };
    return member.role === 'owner' ? { ...member, role: 'operator' as const } : member;
  });
  return {
    ...team,
    members,
    invitations: team.invitations.filter((made) => made.role !== 'owner'),
  };
}
