import { reportReason } from './reportReason';

/** Words of reporting a problem. */
export const report = {
  title: '反映问题',
  reason: reportReason,
  reasonNote: {
    impersonation: '像是某个品牌、单位或政府部门',
    my_rights: '肖像、隐私、作品',
  },
  what: '看到了什么',
  words: '补充说明',
  wordsHint: (typed: number, most: number) => `${typed} / ${most}`,
  placeholder: '例如：店名里有“官方”，但页尾的主体是个体户',
  chooseReason: '先选一个原因',
  needsWords: '选“其他”时，请写一句说明',
  tooLong: (most: number) => `最多 ${most} 字，请删短一些`,
  note: (limit: number) =>
    `由运营方核对，不告诉店铺是谁说的。一天最多反映 ${limit} 家店。紧急情况请直接报警或投诉到 12315。`,
  submit: '提交',
  tooMany: (limit: number) => `今天已反映过 ${limit} 家店，明天再来；内容还在`,
  done: '已收到',
  receipt: (number: string) => `回执 ${number}`,
  doneNote: '运营方会核对。需要追问时，请报回执编号。',
  copy: '复制编号',
  back: '返回',
  nobody: '没有识别到身份，请在微信里打开后再反映',
  gone: '没有找到要反映的页面',
};
