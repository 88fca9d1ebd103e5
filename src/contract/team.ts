import * as v from 'valibot';

import { ROLES } from '../domain/shop/shop';
import { INVITED_ROLES, TEAM_STEPS } from '../domain/shop/team';
import { read, write } from './endpoint';
import {
  choiceField,
  countField,
  exactly,
  flagField,
  hostIdField,
  instantField,
  invitationIdField,
  memberIdField,
  nameField,
  shopIdField,
} from './fields';

/** The code of an invitation: twelve letters or digits. */
const codeField = v.pipe(v.string('wrong_type'), v.trim(), v.regex(/^[a-z0-9]{12}$/, 'bad_format'));

const member = exactly({
  id: memberIdField,
  role: choiceField(ROLES),
  /** null for the owner who registered the store. */
  name: v.nullable(nameField),
  hostId: v.nullable(hostIdField),
  joinedAt: instantField,
  isYou: flagField,
});

const invitation = exactly({
  id: invitationIdField,
  role: choiceField(ROLES),
  name: v.nullable(nameField),
  hostId: v.nullable(hostIdField),
  /** The member to whom the store is offered; null for an invitation to join. */
  memberId: v.nullable(memberIdField),
  madeAt: instantField,
  endsAt: instantField,
});

const line = exactly({
  at: instantField,
  step: choiceField(TEAM_STEPS),
  by: v.nullable(nameField),
  name: v.nullable(nameField),
  role: choiceField(ROLES),
});

const team = exactly({
  members: v.array(member),
  invitations: v.array(invitation),
  /** Latest first. */
  lines: v.array(line),
  /** Invitations of this day. */
  invitedToday: countField,
});

/** An invitation with the code that only its owner and the invited person ever see. */
const made = exactly({ team, invitation, code: codeField });

/** The people of a store, open invitations, and what happened; for the owner. */
export const teamList = read('team.list', {
  input: exactly({ shopId: shopIdField }),
  output: exactly({ team }),
});

/**
 * Invites a person to a role; a host's names the host. An earlier invitation of the same host becomes
 * void. It works once, and ends after three days.
 */
export const teamInvite = write('team.invite', {
  input: exactly({
    shopId: shopIdField,
    role: choiceField(INVITED_ROLES),
    name: nameField,
    hostId: v.nullable(hostIdField),
  }),
  output: made,
});

/** Offers the store to a member, who becomes its owner by accepting. An earlier offer becomes void. */
export const teamOffer = write('team.offer', {
  input: exactly({ shopId: shopIdField, memberId: memberIdField }),
  output: made,
});

/** Makes an invitation or an offer void. */
export const teamWithdraw = write('team.withdraw', {
  input: exactly({ shopId: shopIdField, invitationId: invitationIdField }),
  output: exactly({ team }),
});

/** Gives a member another role. */
export const teamChangeRole = write('team.changeRole', {
  input: exactly({
    shopId: shopIdField,
    memberId: memberIdField,
    role: choiceField(INVITED_ROLES),
  }),
  output: exactly({ team }),
});

/** Removes a member, who is out at once. Records stay. */
export const teamRemove = write('team.remove', {
  input: exactly({ shopId: shopIdField, memberId: memberIdField }),
  output: exactly({ team }),
});

/** Leaves a store. Its owner hands it over first. */
export const teamLeave = write('team.leave', {
  input: exactly({ shopId: shopIdField }),
  output: exactly({ shopId: shopIdField }),
});

/** What an invitation is for. Anyone who holds the code may look while it is open. */
export const teamInvitation = read('team.invitation', {
  input: exactly({ code: codeField }),
  output: exactly({
    shopId: shopIdField,
    shopName: nameField,
    role: choiceField(ROLES),
    name: v.nullable(nameField),
    hostId: v.nullable(hostIdField),
    /** The caller's role in the store; null when they have none. */
    yourRole: v.nullable(choiceField(ROLES)),
    endsAt: instantField,
  }),
});

/** Joins the store of an invitation, or takes the store over that was offered. */
export const teamJoin = write('team.join', {
  input: exactly({ shopId: shopIdField, code: codeField }),
  output: exactly({ shopId: shopIdField, role: choiceField(ROLES) }),
});

/** The people of a store. */
export type TeamView = v.InferOutput<typeof team>;
/** A person of a store. */
export type TeamMemberView = v.InferOutput<typeof member>;
/** An open invitation. */
export type TeamInvitationView = v.InferOutput<typeof invitation>;
