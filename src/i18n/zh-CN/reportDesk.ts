import type { ReportReason } from '../../domain/review/report';
import type { ReportOutcome } from '../../domain/review/report-outcome';

/** Words with which a verifier decides a report. */
export const reportDesk = {
  title: '反映',
  reason: {
    impersonation: '冒用名称或标志',
    goods_or_price: '商品或价格不实',
    unlawful: '违法或让人不适的内容',
    my_rights: '侵犯了我的权利',
    other: '其他',
    appeal: '店主申诉',
  } satisfies Record<ReportReason | 'appeal', string>,
  noWords: '没有写说明',
  added: '处理说明',
  addedHint: '店主会看到，反映的人看不到',
  needsWords: '暂停展示要写明原因',
  outcome: {
    dismissed: '不用处理',
    suspended: '暂停展示这家店',
    restored: '恢复展示',
  } satisfies Record<ReportOutcome, string>,
  by: {
    approved: (name: string) => `${name} 通过`,
    returned: (name: string) => `${name} 退回`,
    dismissed: (name: string) => `${name} 认为不用处理`,
    suspended: (name: string) => `${name} 暂停展示`,
    restored: (name: string) => `${name} 恢复展示`,
  },
};
