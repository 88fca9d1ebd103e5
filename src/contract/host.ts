import * as v from 'valibot';

import { exactly, hostIdField, instantField, nameField, shopIdField } from './fields';
import { host } from './shop';

/** An invitation to be a host: twelve letters or digits, made anew for each one. */
export const inviteCodeField = v.pipe(
  v.string('wrong_type'),
  v.trim(),
  v.regex(/^[a-z0-9]{12}$/, 'bad_format'),
);

/**
 * `host.invite`: whether the store lets a host see what they sold, and an invitation for the person
 * if nobody is linked yet. An invitation made earlier is void.
 */
export const hostInviteInput = exactly({
  shopId: shopIdField,
  hostId: hostIdField,
  isSharingSums: v.boolean('wrong_type'),
});

/** The host, and the invitation to pass on; none where somebody is linked. */
export const hostInviteOutput = exactly({
  host,
  invitation: v.nullable(exactly({ code: inviteCodeField, endsAt: instantField })),
});

/** `host.invitation`, `host.join`. */
export const hostCodeInput = exactly({ code: inviteCodeField });

/** Whose host somebody is invited to be, and what they will see. */
export const hostInvitationOutput = exactly({
  shopName: nameField,
  hostName: nameField,
  isSharingSums: v.boolean(),
  endsAt: instantField,
});

/** `host.join`: the person is this host from now on. */
export const hostJoinOutput = exactly({ shopName: nameField, hostName: nameField });

/** `host.unlink`: by the store, or by the linked person themself. What was recorded stays. */
export const hostUnlinkInput = exactly({ hostId: hostIdField });

/** Nothing is linked any more. */
export const hostUnlinkOutput = exactly({ hostId: hostIdField });
