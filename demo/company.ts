import { addDays, addMinutes, chinaDayOf } from '../src/domain/time';
import type { LocalCloud } from 'local-cloud';
import { seedAs } from './caller';

/** A company that registered a few minutes ago and has recorded nothing yet. */
export async function seedCompany(cloud: LocalCloud, now: string): Promise<void> {
  cloud.setNow(addMinutes(now, -8));
  await seedAs(cloud, 'company')('shop.register', {
    name: '云上衣橱',
    legalForm: 'company',
    lineOfBusiness: 'brand_or_shop',
    place: { where: 'moving', town: null, movingOn: addDays(chinaDayOf(now), 30) },
    account: { platform: 'taobao', name: '云上衣橱旗舰店' },
    phone: null,
    age: null,
    consent: true,
  });
}
