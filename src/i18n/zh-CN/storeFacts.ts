import type { Disclosure } from '../../domain/shop/disclosure';
import type { Age, HuaduTown, LegalForm, PlaceKind } from '../../domain/shop/shop';

/** A word for every value of a closed list. */
type Words<Value extends string> = Record<Value, string>;

/** Words of what is on record of a store. No tab needs them. */
export const storeFacts = {
  legalForm: {
    company: '公司',
    sole_trader: '个体工商户',
    individual: '自然人',
  } satisfies Words<LegalForm>,
  place: {
    huadu: '在花都',
    moving: '准备迁入花都',
    elsewhere: '在其他地方',
  } satisfies Words<PlaceKind>,
  town: {
    新华街: '新华街',
    新雅街: '新雅街',
    秀全街: '秀全街',
    花城街: '花城街',
    花山镇: '花山镇',
    花东镇: '花东镇',
    狮岭镇: '狮岭镇',
    炭步镇: '炭步镇',
    赤坭镇: '赤坭镇',
    梯面镇: '梯面镇',
  } satisfies Words<HuaduTown>,
  age: {
    adult: '已满 18 岁',
    minor_with_consent: '16–17 岁，监护人已同意',
  } satisfies Words<Age>,
  disclosure: {
    legalName: '登记名称',
    operatorName: '经营者姓名',
    creditCode: '统一社会信用代码',
    address: '经营地址',
    contact: '公开联系方式',
    exemption: '免于登记的原因',
  } satisfies Words<keyof Disclosure>,
};
