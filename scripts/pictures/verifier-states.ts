import type { LocalCloud } from 'local-cloud';

import { setVerifier } from '../../demo/verifier-role';
import type { InputOf } from '../../src/contract/endpoints';
import { addMinutes } from '../../src/domain/time';
import { PATHS } from '../../src/paths';
import { COMPLETE_DISCLOSURE } from '../../tests/testkit/builders';
import { callAs, type TestCaller } from '../../tests/testkit/cloud';
import {
  buildEdit,
  lastReview,
  openStore,
  publish,
  publishVerified,
  type TestStore,
  versionOf,
} from '../../tests/testkit/stores';
import type { PictureState } from './incentive-states';

const VERIFIER = 'pictures-verifier';
const HOUR = 60;
const DAY = 24 * HOUR;

/** A picture in Chinese, and the same in English. */
function inBoth(state: PictureState): PictureState[] {
  return [state, { ...state, name: `${state.name}.en`, lang: 'en-US' }];
}

/** A verifier under a name of their own. */
async function verifierCalled(
  cloud: LocalCloud,
  person: string,
  name: string,
): Promise<TestCaller> {
  await setVerifier(cloud, person, { name, grantedAt: '2026-01-05T02:00:00.000Z' });
  return callAs(cloud, person);
}

type Edit = Partial<InputOf<'shop.update'>>;

/** A store that hands in who it is, after an edit. */
async function handIn(store: TestStore, edit: Edit): Promise<void> {
  const { owner, shopId } = store;
  const { shop } = await owner.ok('shop.update', buildEdit(store, await versionOf(store), edit));
  await owner.ok('shop.submit', { shopId, version: shop.version });
}

/** Enters stores that wait, are due and were returned, each at its own time. */
async function fillDesk(cloud: LocalCloud, now: string) {
  const at = (minutesAgo: number) => cloud.setNow(addMinutes(now, -minutesAgo));
  const open = (person: string, name: string) => openStore(cloud, `desk-${person}`, { name });
  at(200 * DAY);
  const due = await open('due', '岭上茶行');
  await publishVerified(cloud, due, { name: '岭上茶行' });
  at(150 * DAY);
  const changed = await open('changed', '禾苗选好包');
  await publishVerified(cloud, changed, { name: '禾苗选好包' });
  const removed = await open('removed', '星野百货');
  await publishVerified(cloud, removed, { name: '星野百货' });
  at(3 * DAY);
  const address = '广州市花都区狮岭镇示例大道 8 号 2 楼';
  const disclosure = { ...COMPLETE_DISCLOSURE, address, contact: '020-0000 0088' };
  await handIn(changed, { name: '禾苗选好包官方店', disclosure, consent: true });
  at(2 * DAY);
  const first = await open('first', '云上衣橱');
  await publish(first, { name: '云上衣橱', intro: '女装直播，每周二、四、六晚八点。' });
  await handIn(first, { name: '云上衣橱', intro: '女装直播，每周二、四、六晚八点。' });
  at(6 * HOUR);
  const again = await open('again', '岭南好物');
  await handIn(again, { name: '岭南好物' });
  const { _id: reviewId, version } = lastReview(cloud, again.shopId);
  const reasons = [{ field: 'name', reason: 'not_as_registered', words: '' } as const];
  const verifier = await verifierCalled(cloud, VERIFIER, '李核');
  await verifier.ok('review.decide', { reviewId, version, outcome: 'returned', reasons });
  at(5 * HOUR);
  await handIn(again, { name: '岭南好物商行' });
  return { changed, first, removed };
}

/** Reports two stores, and takes one of them down; its owner appeals. */
async function report(cloud: LocalCloud, changed: TestStore, removed: TestStore) {
  const about = { sessionId: null, reason: 'impersonation' } as const;
  const viewer = callAs(cloud, 'desk-viewer');
  const seen = '店名里有“官方”，但页尾的主体是个体户。';
  await viewer.ok('report.send', { ...about, shopId: changed.shopId, words: seen });
  const reportId = lastReview(cloud, changed.shopId)._id;
  const copied = '商品图是别家店的。';
  await viewer.ok('report.send', { ...about, shopId: removed.shopId, words: copied });
  const { _id: reviewId, version } = lastReview(cloud, removed.shopId);
  const decision = { outcome: 'suspended', words: '商品图片与他人作品相同，请更换。' } as const;
  const verifier = await verifierCalled(cloud, VERIFIER, '李核');
  await verifier.ok('report.decide', { reviewId, version, ...decision });
  return reportId;
}

/** The desk, and what it decides about public pages. */
async function deskStates(cloud: LocalCloud, now: string): Promise<PictureState[]> {
  const { changed, first, removed } = await fillDesk(cloud, now);
  cloud.setNow(now);
  const claimId = lastReview(cloud, changed.shopId)._id;
  const reportId = await report(cloud, changed, removed);
  const other = await verifierCalled(cloud, 'pictures-other-verifier', '陈核');
  await other.ok('review.hold', { reviewId: lastReview(cloud, first.shopId)._id });
  const person = VERIFIER;
  const claims = { person, path: PATHS.review.url({ id: claimId }) };
  const wrong = { press: '.review__choice:not(.review__choice--right)' };
  const why = [{ press: '.review__answer--first .hl-button' }, { press: '.hl-sheet .hl-choice' }];
  const viewer = { person: 'desk-viewer' };
  return [
    ...inBoth({ name: 'queue', person, path: PATHS.reviews.url(), isScreen: true }),
    ...inBoth({ name: 'claims', ...claims }),
    ...inBoth({ name: 'return', ...claims, steps: [wrong, ...why], isScreen: true }),
    ...inBoth({ name: 'report-decision', person, path: PATHS.review.url({ id: reportId }) }),
    ...inBoth({
      name: 'report',
      ...viewer,
      path: PATHS.report.url({ shopId: first.shopId }),
      steps: [{ press: '.hl-choice' }],
    }),
    { name: 'unverified', ...viewer, path: PATHS.shop.url({ id: first.shopId }), isScreen: true },
    ...inBoth({
      name: 'suspended',
      ...viewer,
      path: PATHS.shop.url({ id: removed.shopId }),
      isScreen: true,
    }),
    {
      name: 'suspended-owner',
      person: 'desk-removed',
      path: PATHS.editShop.url({ shopId: removed.shopId }),
      isScreen: true,
    },
    { name: 'queue.small', person, path: PATHS.reviews.url(), isSmall: true },
    { name: 'claims.small', ...claims, isSmall: true },
  ];
}

/** The people of a store: the list, an invitation, and the sheet that hands the store over. */
async function teamStates(cloud: LocalCloud): Promise<PictureState[]> {
  const store = await openStore(cloud, 'team-owner', { name: '木棉皮具' });
  const { owner, shopId } = store;
  const invite = async (name: string, role: 'operator' | 'finance' | 'floor_manager') =>
    (await owner.ok('team.invite', { shopId, role, name, hostId: null })).code;
  await callAs(cloud, 'team-operator').ok('team.join', {
    shopId,
    code: await invite('小王', 'operator'),
  });
  await callAs(cloud, 'team-finance').ok('team.join', {
    shopId,
    code: await invite('阿敏', 'finance'),
  });
  const code = await invite('小邓', 'floor_manager');
  const team = { person: 'team-owner', path: PATHS.team.url({ shopId }) };
  const member = [{ press: '.hl-row:has-text("小王")' }];
  const invitation = [{ press: '.hl-row:has-text("小邓")' }];
  const handOver = [...member, { press: '.hl-sheet .hl-button' }];
  return [
    ...inBoth({ name: 'team', ...team }),
    { name: 'team-member', ...team, steps: member, isScreen: true },
    { name: 'team-invitation', ...team, steps: invitation, isScreen: true },
    ...inBoth({ name: 'team-hand-over', ...team, steps: handOver, isScreen: true }),
    ...inBoth({
      name: 'team-join',
      person: 'team-new',
      path: PATHS.join.url({ code }),
      isScreen: true,
    }),
  ];
}

/** What the operator checks, and who works in a store: each state at its own store. */
export async function prepareVerifier(cloud: LocalCloud, now: string): Promise<PictureState[]> {
  return [...(await deskStates(cloud, now)), ...(await teamStates(cloud))];
}
