import type { StoredKind, StoredReader } from '../../domain/stored-about-me';

/** What is kept, what for, and for how long. */
export interface StoredWords {
  what: string;
  purpose: string;
  kept: string;
}

const stored: Record<StoredKind, StoredWords> = {
  identity: {
    what: '微信身份标识',
    purpose: '认出你是店铺的人、关注或举报的人；不显示给任何人，也不读取昵称和头像',
    kept: '随店铺、关注和举报的记录留存',
  },
  team: {
    what: '团队里的称呼和角色',
    purpose: '让店主知道谁能做什么',
    kept: '店铺停用前；最近 200 条变更',
  },
  checks: {
    what: '交给运营方核对的内容、举报',
    purpose: '核对店铺和文字，防止滥用',
    kept: '随店铺的记录留存',
  },
  duty: {
    what: '播前核对、署名、控台记号',
    purpose: '法规要求的核对记录，播中情况',
    kept: '场次结束后三年',
  },
  follows: {
    what: '关注的店铺',
    purpose: '列出谁在直播；店铺只看到人数',
    kept: '取消关注时删去；最多一百家',
  },
  changes: {
    what: '操作记录',
    purpose: '防止重复提交，查谁改了什么',
    kept: '随店铺的记录留存；当时的回答只留七天',
  },
  shop: {
    what: '店铺登记、平台账号',
    purpose: '办理排期、记账，对照档位',
    kept: '店铺停用前',
  },
  phone: { what: '联系电话', purpose: '联系店铺，从不公开', kept: '可在店铺资料里随时删去' },
  disclosure: {
    what: '主体公示信息',
    purpose: '法规要求公示，经你单独同意后才公开',
    kept: '店铺停用前；停止公开后只有团队能看到',
  },
  hosts: { what: '主播', purpose: '主播奖励按每位主播单独计算', kept: '店铺停用前' },
  followers: { what: '粉丝读数', purpose: '对照粉丝条件，不公开', kept: '店铺停用前' },
  facts: {
    what: '本人声明',
    purpose: '对照只有本人知道的条件，不公开',
    kept: '可撤回；撤回后不再使用，记录和日期保留',
  },
  sessions: {
    what: '场次与修改记录',
    purpose: '排期、开播和复盘；也是法规要求的直播记录',
    kept: '场次结束后三年',
  },
  sales: { what: '销售记录', purpose: '计算净销售额和档位，不公开', kept: '场次结束后三年' },
};

/** Words of the page that lists what is stored about a person. */
export const storedAboutMe = {
  none: '你现在没有店铺。以前在店铺里留下的操作记录，按保存期保留。',
  unread: '还没有读到保存的记录，请重试。',
  items: stored,
  purpose: (purpose: string) => `用途：${purpose}`,
  seen: {
    none: '谁能看：不给任何人看',
    owner: '谁能看：店主',
    managers: '谁能看：店主和运营',
    team: '谁能看：店铺团队，按角色',
    checkers: '谁能看：店主和运营方核对员',
    public: '谁能看：店铺团队；公开主页后所有人能看公开的部分',
  } satisfies Record<StoredReader, string>,
  kept: (kept: string) => `保存：${kept}`,
  shops: (count: number) => `${count} 家`,
  hosts: (count: number) => `${count} 位`,
  facts: (count: number) => `${count} 项`,
  readings: (count: number) => `${count} 次`,
  law: '《直播电商监督管理办法》《网络交易监督管理办法》要求有关直播记录从场次结束起保存不少于三年，场次和销售记录按此保存。三年内删除的停止使用，记录留存到期满。',
  device: '本机',
  deviceNote: '语言、没有提交的草稿和最近一次的副本只保存在这台设备上。',
};
