import type { LocalCloud } from 'local-cloud';

import { addMinutes } from '../src/domain/time';
import { seedAs } from './caller';
import { handInShop } from './shop';
import { decideOn } from './verifier';

const MINUTES_PER_DAY = 24 * 60;

async function handIn(
  cloud: LocalCloud,
  person: string,
  { name, openedAt, code }: { name: string; openedAt: string; code: string },
) {
  return handInShop(
    cloud,
    seedAs(cloud, person),
    {
      name,
      legalForm: 'sole_trader',
      lineOfBusiness: 'brand_or_shop',
      place: { where: 'huadu', town: '新华街', movingOn: null },
      account: { platform: 'kuaishou', name },
      phone: null,
      age: 'adult',
      consent: true,
    },
    {
      openedAt,
      intro: '本地农产，每周六上午。',
      disclosure: {
        legalName: `花都区新华街${name}商行（虚构）`,
        operatorName: '李小满',
        creditCode: code,
        address: '广州市花都区新华街示例路 3 号',
        contact: '020-0000 0003',
        exemption: null,
      },
    },
  );
}

/** Stores that a verifier has to look at: one that waits, and one that was returned. */
export async function seedHandedIn(cloud: LocalCloud, now: string): Promise<void> {
  const threeDaysAgo = addMinutes(now, -3 * MINUTES_PER_DAY);
  await handIn(cloud, 'waiting', {
    name: '小满好物',
    openedAt: threeDaysAgo,
    code: '92000000MADEMA003K',
  });
  const { shop } = await handIn(cloud, 'returned', {
    name: '岭南好物官方店',
    openedAt: addMinutes(threeDaysAgo, 60),
    code: '92000000MADEMA004Q',
  });
  const words = '“官方”会让人以为是品牌或政府开的店，请去掉。';
  const reasons = [{ field: 'name', reason: 'looks_official', words } as const];
  cloud.setNow(addMinutes(now, -MINUTES_PER_DAY));
  await decideOn(cloud, shop, { outcome: 'returned', reasons });
}
