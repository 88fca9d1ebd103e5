import { describe, expect, it } from 'vitest';

import { misleadingIn, publicBodyIn } from './public-bodies';

describe('publicBodyIn', () => {
  it.each([
    ['花都区人民政府', '政府'],
    ['花都区商务局直播间', '商务局'],
    ['广州市公安局花都分局', '公安局'],
    ['狮岭镇居委会', '居委会'],
    ['花都区人民法院拍卖', '法院'],
    ['政 府采购', '政府'],
    ['政·府·采购', '政府'],
    ['花都區委員會', '委員會'],
    ['黄埔海关罚没', '海关'],
    ['Huadu District Government', 'government'],
    ["People's Court Auctions", 'peoplescourt'],
    ['花都发布', '花都发布'],
    ['花都区', '花都区'],
    ['　花都 区　', '花都 区'],
  ])('finds one in %s', (name, word) => {
    expect(publicBodyIn(name)).toBe(word);
  });

  it.each([
    '阿禾选好包',
    '阿禾选好包官方店',
    '花都区狮岭镇阿禾皮具',
    '山海关烧烤',
    '法院路小吃',
    '政府旁肠粉',
    '饭局',
    '布局生活',
    '三联书局',
    '星河教育',
    '公安牛肉锅盔',
    'Food Court 花都',
    '人民南路小店',
    '小区委托代购',
  ])('finds none in %s', (name) => {
    expect(publicBodyIn(name)).toBeNull();
  });
});

describe('misleadingIn', () => {
  it('names the words at which a verifier looks twice, each once', () => {
    expect(misleadingIn('阿禾选好包官方店')).toEqual(['官方']);
    expect(misleadingIn('花都区官方旗舰店')).toEqual(['官方', '旗舰', '花都区']);
    expect(misleadingIn('阿禾选好包')).toEqual([]);
  });
});
