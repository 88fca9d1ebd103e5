import type { storeFacts as zh } from '../zh-CN/storeFacts';

/** Words of what is on record of a store. */
export const storeFacts: typeof zh = {
  legalForm: { company: 'Company', sole_trader: 'Sole trader', individual: 'Individual' },
  place: { huadu: 'In Huadu', moving: 'Moving to Huadu', elsewhere: 'Elsewhere' },
  town: {
    新华街: 'Xinhua',
    新雅街: 'Xinya',
    秀全街: 'Xiuquan',
    花城街: 'Huacheng',
    花山镇: 'Huashan',
    花东镇: 'Huadong',
    狮岭镇: 'Shiling',
    炭步镇: 'Tanbu',
    赤坭镇: 'Chini',
    梯面镇: 'Timian',
  },
  age: { adult: '18 or over', minor_with_consent: "16–17, with a guardian's consent" },
  disclosure: {
    legalName: 'Registered name',
    operatorName: "Operator's name",
    creditCode: 'Unified social credit code',
    address: 'Business address',
    contact: 'Public contact',
    exemption: 'Why no registration is needed',
  },
};
