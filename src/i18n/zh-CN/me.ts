/** Kinds of records that may be about a person. */
export type StoredKind =
  'identity' | 'shop' | 'phone' | 'disclosure' | 'sessions' | 'sales' | 'applicant';

/** Words of the Me screen. */
export const me = {
  title: '我的',
  nobody: '未识别身份',
  nobodyNote: '公开的店铺和场次不用登录就能看。在微信里打开，可以登记自己的店铺。',
  language: '语言',
  languages: { 'zh-CN': '中文', 'en-US': 'English' },
  shops: '我的店铺',
  current: '当前',
  switchTo: '切换到这家',
  roleIs: (role: string) => `我是${role}`,
  published: '主页已公开',
  unpublished: '主页未公开',
  edit: '店铺资料',
  hosts: '主播',
  hostCount: (count: number) => `${count} 位`,
  page: '公开主页',
  register: '登记店铺',
  registerAnother: '再登记一家',
  registerNote: '最多八项，草稿保留在本机',
  stored: '关于我保存了什么',
  storedNone: '没有保存任何关于你的记录。',
  storedItems: {
    identity: ['微信身份标识', '认出你是店铺的人', '店铺注销前'],
    shop: ['店铺资料、平台账号', '办理排期、记账、对照档位', '店铺注销前'],
    phone: ['联系电话', '店铺联系，不公开', '随时可删'],
    disclosure: ['主体公示信息', '法律要求公示，经你同意后公开', '店铺公开期间'],
    sessions: ['场次与修改记录', '直播电商监督管理办法要求留存', '场次结束后三年'],
    sales: ['销售记录', '计算净销售额和档位', '场次结束后三年'],
    applicant: ['声明与粉丝读数', '对照档位条件', '可撤回，撤回后不再计算'],
  } as Record<StoredKind, readonly [what: string, purpose: string, kept: string]>,
  storedPurpose: (purpose: string) => `用途：${purpose}`,
  storedKept: (kept: string) => `保存：${kept}`,
  storedCount: (shops: number, hosts: number) => `${shops} 家店铺、${hosts} 位主播`,
  device: '本机',
  deviceNote: '语言、没有提交的草稿和最近一次的副本只保存在这台设备上。',
  about: '关于',
  version: '版本',
};
