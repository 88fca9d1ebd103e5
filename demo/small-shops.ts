import type { LocalCloud } from 'local-cloud';

import { addMinutes, type Instant } from '../src/domain/time';
import { seedAs } from './caller';
import { handInShop, openShop } from './shop';
import { decideOn, suspend } from './verifier';

const MINUTES_PER_DAY = 24 * 60;

interface SmallShop {
  name: string;
  openedAt: Instant;
  code: string;
  intro: string;
}

function registrationOf({ name }: SmallShop) {
  return {
    name,
    legalForm: 'sole_trader',
    lineOfBusiness: 'brand_or_shop',
    place: { where: 'huadu', town: '新华街', movingOn: null },
    account: { platform: 'kuaishou', name },
    phone: null,
    age: 'adult',
    consent: true,
  } as const;
}

function pageOf({ name, openedAt, code, intro }: SmallShop) {
  return {
    openedAt,
    intro,
    disclosure: {
      legalName: `花都区新华街${name}商行（虚构）`,
      operatorName: '李小满',
      creditCode: code,
      address: '广州市花都区新华街示例路 3 号',
      contact: '020-0000 0003',
      exemption: null,
    },
  };
}

/** Stores that a verifier has to look at: one that waits, and one that was returned. */
async function handIn(cloud: LocalCloud, now: Instant): Promise<void> {
  const threeDaysAgo = addMinutes(now, -3 * MINUTES_PER_DAY);
  const intro = '本地农产，每周六上午。';
  const waiting = {
    name: '小满好物',
    openedAt: threeDaysAgo,
    code: '92000000MADEMA003C',
    intro,
  };
  await handInShop(cloud, seedAs(cloud, 'waiting'), registrationOf(waiting), pageOf(waiting));
  const official = {
    name: '岭南好物官方店',
    openedAt: addMinutes(threeDaysAgo, 60),
    code: '92000000MADEMA004F',
    intro,
  };
  const call = seedAs(cloud, 'returned');
  const { shop } = await handInShop(cloud, call, registrationOf(official), pageOf(official));
  const words = '“官方”会让人以为是品牌或政府开的店，请去掉。';
  const reasons = [{ field: 'name', reason: 'looks_official', words } as const];
  cloud.setNow(addMinutes(now, -MINUTES_PER_DAY));
  await decideOn(cloud, shop, { outcome: 'returned', reasons });
}

/** Stores that were verified: one that is due to be looked at again, and one that was taken down. */
async function openVerified(cloud: LocalCloud, now: Instant): Promise<void> {
  const due = {
    name: '岭上茶行',
    openedAt: addMinutes(now, -200 * MINUTES_PER_DAY),
    code: '92000000MADEMA005J',
    intro: '岭南茶，周六、周日晚八点。',
  };
  await openShop(cloud, seedAs(cloud, 'due'), registrationOf(due), pageOf(due));
  const removed = {
    name: '星野百货',
    openedAt: addMinutes(now, -120 * MINUTES_PER_DAY),
    code: '92000000MADEMA006M',
    intro: '家居日用，每晚七点。',
  };
  const call = seedAs(cloud, 'removed');
  const { shop } = await openShop(cloud, call, registrationOf(removed), pageOf(removed));
  cloud.setNow(addMinutes(now, -2 * MINUTES_PER_DAY));
  await seedAs(cloud, 'reporter')('report.send', {
    shopId: shop.id,
    sessionId: null,
    reason: 'my_rights',
    words: '商品图是我店里拍的。',
  });
  cloud.setNow(addMinutes(now, -MINUTES_PER_DAY));
  await suspend(cloud, shop.id, '商品图片与他人作品相同，请更换。');
}

/** Small stores in every state of verification that the others are not in. */
export async function seedSmallShops(cloud: LocalCloud, now: Instant): Promise<void> {
  await handIn(cloud, now);
  await openVerified(cloud, now);
}
