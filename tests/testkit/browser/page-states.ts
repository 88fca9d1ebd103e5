import type { LocalCloud } from 'local-cloud';

import { PATHS } from '../../../src/paths';
import { callAs } from '../cloud';
import { lastReview, openStore, publish, verifierIn } from '../stores';
import { inviteTo } from '../teams';
import type { NamedPath } from './every-page';

/** A published store whose pages a verifier has taken down. @returns its id */
async function suspendedStore(cloud: LocalCloud): Promise<string> {
  const store = await openStore(cloud, 'owner of a suspended store');
  await publish(store);
  const { shopId } = store;
  const report = { shopId, sessionId: null, reason: 'unlawful', words: '' } as const;
  await callAs(cloud, 'who reports').ok('report.send', report);
  const { _id: reviewId, version } = lastReview(cloud, shopId);
  const decision = { outcome: 'suspended', words: '店名与他人的商标相同' } as const;
  await (await verifierIn(cloud)).ok('report.decide', { reviewId, version, ...decision });
  return shopId;
}

/** Codes of invitations to a store: one that can be used, a used one and one that was taken back. */
async function invitations(cloud: LocalCloud): Promise<Record<'valid' | 'used' | 'ended', string>> {
  const store = await openStore(cloud, 'who invites');
  const { owner, shopId } = store;
  const used = await inviteTo(store, 'operator');
  await callAs(cloud, 'who joined').ok('team.join', used);
  const asked = { shopId, role: 'finance', name: '小账', hostId: null } as const;
  const ended = await owner.ok('team.invite', asked);
  await owner.ok('team.withdraw', { shopId, invitationId: ended.invitation.id });
  const valid = await inviteTo(store, 'floor_manager');
  return { valid: valid.code, used: used.code, ended: ended.code };
}

/** Pages in states that the demonstration does not have: a suspended store, and invitation cards. */
export async function pageStates(cloud: LocalCloud): Promise<NamedPath[]> {
  const shopId = await suspendedStore(cloud);
  const codes = await invitations(cloud);
  const over = '邀请已失效';
  return [
    { name: 'suspended-store', says: '这家店暂停展示', path: PATHS.shop.url({ id: shopId }) },
    { name: 'join-valid', says: '邀请你做场控', path: PATHS.join.url({ code: codes.valid }) },
    { name: 'join-used', says: over, path: PATHS.join.url({ code: codes.used }) },
    { name: 'join-ended', says: over, path: PATHS.join.url({ code: codes.ended }) },
  ];
}
