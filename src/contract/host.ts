import * as v from 'valibot';

import { PLATFORMS } from '../domain/shop/platform';
import { read, write } from './endpoint';
import {
  choiceField,
  cursorField,
  exactly,
  flagField,
  hostIdField,
  instantField,
  liveSessionIdField,
  nameField,
  shopIdField,
  versionField,
} from './fields';
import { host, ownShop } from './shop';

/**
 * Adds a host, with their own account if they have one; the store comes back too, because its
 * accounts may have grown.
 */
export const hostAdd = write('host.add', {
  input: exactly({
    shopId: shopIdField,
    name: nameField,
    account: v.nullable(exactly({ platform: choiceField(PLATFORMS), name: nameField })),
  }),
  output: exactly({ host, shop: ownShop }),
});

/** Hosts on one page of `host.list`. */
export const HOSTS_PER_PAGE = 100;

/** All hosts of a store, page by page in the order of their ids. */
export const hostList = read('host.list', {
  input: exactly({ shopId: shopIdField, cursor: v.optional(cursorField, null) }),
  output: exactly({ hosts: v.array(host), cursor: cursorField }),
});

/** Sets whether the store lets a host see what they sold, over all stores that agree. */
export const hostShare = write('host.share', {
  input: exactly({ hostId: hostIdField, isSharingSums: flagField }),
  output: exactly({ host }),
});

/**
 * Gives a host that was read at `version` another name. Sessions that are not over show it at once,
 * past ones keep the name of their time. A streamer's own host follows the store's name no more, until
 * it gets that name again.
 */
export const hostRename = write('host.rename', {
  input: exactly({ hostId: hostIdField, version: versionField, name: nameField }),
  output: exactly({ host }),
});

/**
 * Notes that a host has left, or is back. One who has left is not offered any more; sums, ladder and
 * history stay, and so do the sessions planned with them.
 */
export const hostRetire = write('host.retire', {
  input: exactly({ hostId: hostIdField, version: versionField, isRetired: flagField }),
  output: exactly({ host }),
});

/** The most sessions that `host.plans` names. */
export const MAX_HOST_PLANS = 20;

/** Sessions with a host that are on air or to come, earliest first. */
export const hostPlans = read('host.plans', {
  input: exactly({ hostId: hostIdField }),
  output: exactly({
    plans: v.array(exactly({ id: liveSessionIdField, title: nameField, startAt: instantField })),
    hasMore: flagField,
  }),
});

/** Unlinks the person from a host; by the store or by the person. Records stay. */
export const hostUnlink = write('host.unlink', {
  input: exactly({ hostId: hostIdField }),
  output: exactly({ hostId: hostIdField }),
});
