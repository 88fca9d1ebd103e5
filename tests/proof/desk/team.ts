// The people of a store as the checker keeps them: members by id, open invitations, and who is which host.
import { anyOf, changeHost, dataOf, type Explain, idOf, NOTHING, outcome, shows } from './explain';
import type { DeskInvitation, DeskMember, DeskState, Operation, Person } from './state';

/** The member whom a person is. */
function memberOf({ members }: DeskState, person: Person): [string, DeskMember] | null {
  return Object.entries(members).find(([, member]) => member.person === person) ?? null;
}

/** Invitations that can be used at an instant, by id. */
export function openInvitations(state: DeskState, at: number): [string, DeskInvitation][] {
  return Object.entries(state.invitations).filter(([, { endsAt }]) => endsAt >= at);
}

function byCode(state: DeskState, code: string, at: number) {
  return openInvitations(state, at).find(([, invitation]) => invitation.code === code) ?? null;
}

function dropInvitations(
  state: DeskState,
  isVoid: (invitation: DeskInvitation, id: string) => boolean,
): void {
  for (const [id, invitation] of Object.entries(state.invitations)) {
    if (isVoid(invitation, id)) delete state.invitations[id];
  }
}

/** Takes a member out, whichever of the hosts they are, with the offers of the store to them. */
function takeOut(state: DeskState, memberId: string): void {
  const { hostId = null } = state.members[memberId] ?? {};
  if (hostId !== null) Object.assign(state.hosts[hostId] ?? {}, { person: null });
  delete state.members[memberId];
  dropInvitations(state, (invitation) => invitation.memberId === memberId);
}

/** Keeps an invitation with the code that the answer states, in place of some earlier ones. */
function keepInvitation(
  state: DeskState,
  operation: Operation,
  replaces: (earlier: DeskInvitation) => boolean,
): void {
  const { invitation, code } = dataOf<'team.invite'>(operation);
  const { id, role, hostId, memberId, endsAt } = invitation;
  dropInvitations(state, replaces);
  state.invitations[id] = { code, role, hostId, memberId, endsAt: Date.parse(endsAt) };
}

/** A person is invited to a role; a host whom no one is yet, so that an earlier code of theirs is void. */
export const invite: Explain = (state, operation, at) => {
  const hostId = operation.input['hostId'] as string | null;
  const keep = (next: DeskState): void =>
    keepInvitation(next, operation, (earlier) => hostId !== null && earlier.hostId === hostId);
  if (hostId === null) return outcome(state, operation, null, keep);
  const host = state.hosts[hostId];
  // Whether the host is free is read when the call comes, and decided when the person joins.
  const isTaken = host === undefined || host.person !== null || host.isRetired;
  const isBeside = operation.isBeside === true;
  if (!operation.answer.ok) {
    return isTaken || isBeside ? anyOf('invalid_input')(state, operation, at) : NOTHING;
  }
  return isTaken && !isBeside ? NOTHING : outcome(state, operation, null, keep);
};

/** A member who is not the owner: the owner's place is handed over, and only by an offer. */
function ofMember(explain: (memberId: string, member: DeskMember) => Explain): Explain {
  return (state, operation, at) => {
    const memberId = idOf(operation, 'memberId');
    const member = state.members[memberId];
    if (member === undefined) return outcome(state, operation, 'not_found');
    if (member.role === 'owner') return outcome(state, operation, 'invalid_input');
    return explain(memberId, member)(state, operation, at);
  };
}

/** The store is offered to a member, in place of an earlier offer. */
export const offer: Explain = ofMember(
  () => (state, operation) =>
    outcome(state, operation, null, (next) => {
      keepInvitation(next, operation, ({ role }) => role === 'owner');
    }),
);

/** An invitation or an offer becomes void. */
export const withdraw: Explain = (state, operation, at) => {
  const invitationId = idOf(operation, 'invitationId');
  const isOpen = openInvitations(state, at).some(([id]) => id === invitationId);
  return outcome(state, operation, isOpen ? null : 'not_found', (next) => {
    dropInvitations(next, (_invitation, id) => id === invitationId);
  });
};

/** A member gets another role; only one who is a host can be nothing but that. */
export const changeRole: Explain = ofMember((memberId, { hostId }) => (state, operation) => {
  const { role } = operation.input as Pick<DeskMember, 'role'>;
  const isPossible = role !== 'host' || hostId !== null;
  return outcome(state, operation, isPossible ? null : 'invalid_input', (next) => {
    Object.assign(next.members[memberId] ?? {}, { role });
  });
});

/** A member is out. */
export const remove: Explain = ofMember(
  (memberId) => (state, operation) =>
    outcome(state, operation, null, (next) => {
      takeOut(next, memberId);
    }),
);

/** A person leaves the store, whichever of its hosts they are. */
export const leave: Explain = (state, operation) => {
  const own = memberOf(state, operation.person);
  if (own === null) return outcome(state, operation, 'not_found');
  return outcome(state, operation, null, (next) => {
    takeOut(next, own[0]);
  });
};

/** The person and the store may unlink a host; others do not find it. Who was only that host is out. */
export const unlink: Explain = (state, operation, at) => {
  const { person = null } = state.hosts[idOf(operation, 'hostId')] ?? {};
  const isStore = operation.person === 'owner';
  if (!isStore && person !== operation.person) return outcome(state, operation, 'not_found');
  const [after] = changeHost((host) => Object.assign(host, { person: null }))(state, operation, at);
  if (after === undefined) return NOTHING;
  const linked = person === null ? null : memberOf(after, person);
  if (linked === null || !operation.answer.ok) return [after];
  if (linked[1].role === 'host') takeOut(after, linked[0]);
  else Object.assign(linked[1], { hostId: null });
  return [after];
};

/** One code makes one person a member, or a member a host; a person is one host of a store. */
export const join: Explain = (state, operation, at) => {
  const [invitationId, invitation] = byCode(state, idOf(operation, 'code'), at) ?? [''];
  if (invitation === undefined || invitation.memberId !== null) {
    return outcome(state, operation, 'not_found');
  }
  const { hostId, role } = invitation;
  const host = hostId === null ? null : state.hosts[hostId];
  const own = memberOf(state, operation.person);
  if (host !== null && host?.person !== null) return outcome(state, operation, 'not_found');
  const isHost = Object.values(state.hosts).some(({ person }) => person === operation.person);
  if (hostId === null ? own !== null : isHost) return outcome(state, operation, 'limit_reached');
  return outcome(state, operation, null, (next) => {
    const { person } = operation;
    dropInvitations(next, (_invitation, id) => id === invitationId);
    if (hostId !== null) Object.assign(next.hosts[hostId] ?? {}, { person });
    if (own !== null) return void Object.assign(next.members[own[0]] ?? {}, { hostId });
    next.memberCount += 1;
    next.members[`m${String(next.memberCount)}`] = { person, role, hostId };
  });
};

/** An invitation that is open can be read by its code; an offer only by the member whom it is for. */
export const invitation: Explain = (state, operation, at) => {
  const found = byCode(state, idOf(operation, 'code'), at)?.[1] ?? null;
  const own = memberOf(state, operation.person);
  const isFor = found !== null && (found.memberId === null || found.memberId === own?.[0]);
  if (!isFor) return outcome(state, operation, 'not_found');
  return shows((kept) => {
    const { role, hostId, yourRole } = dataOf<'team.invitation'>(operation);
    const isSame = role === found.role && hostId === found.hostId;
    return isSame && yourRole === (memberOf(kept, operation.person)?.[1].role ?? null);
  })(state, operation, at);
};

function listed(entries: readonly (readonly unknown[])[]): string {
  return JSON.stringify(entries.map((entry) => JSON.stringify(entry)).sort());
}

/** Members and open invitations, each with what it is. */
export const shown: Explain = shows((state, operation, at) => {
  const { members, invitations } = dataOf<'team.list'>(operation).team;
  const keptMembers = Object.entries(state.members).map(([id, { person, role, hostId }]) => [
    id,
    role,
    hostId,
    person === operation.person,
  ]);
  const keptInvitations = openInvitations(state, at).map(([id, kept]) => [
    id,
    kept.role,
    kept.hostId,
    kept.memberId,
  ]);
  return (
    listed(members.map(({ id, role, hostId, isYou }) => [id, role, hostId, isYou])) ===
      listed(keptMembers) &&
    listed(invitations.map(({ id, role, hostId, memberId }) => [id, role, hostId, memberId])) ===
      listed(keptInvitations)
  );
});
