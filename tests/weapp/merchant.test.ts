import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { phoneOf } from './support/phones';
import type { LocalCloud } from '../../local-cloud/local-cloud';
import { startTestCloud } from '../support/cloud';

describe('a merchant on the built mini program', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  afterAll(() => cloud.close());

  it('registers', async () => {
    const phone = phoneOf(cloud, 'merchant');
    const log = (at: string) => console.log(at, phone.program.routes, phone.screen.text, '|', phone.screen.toast, phone.program.errors);
    await phone.open();
    await phone.tap('登记我的店铺');
    await phone.type('店铺名称', '小花皮具直播间');
    await phone.tap('个体工商户');
    await phone.tap('主播');
    await phone.tap('在花都');
    await phone.tap('抖音');
    await phone.type('平台账号名称', '小花皮具');
    await phone.tap('我已阅读上面的说明，同意为这些用途保存以上内容');
    await phone.tapTwice('登记');
    log('registered');
    expect(phone.calls.filter(({event}) => (event as any).endpoint === 'shop.register').length).toBe(1);
    await phone.tapAt('.hl-button');
    log('plan?');
    console.log(phone.screen.all('wx-input,wx-textarea,wx-picker,wx-switch,wx-button').map((e) => e.textContent + ' ' + e.outerHTML.slice(0, 100)));
    expect(phone.program.errors).toEqual([]);
    phone.close();
  });
});
