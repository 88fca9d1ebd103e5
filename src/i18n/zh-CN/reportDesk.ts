import type { ReportOutcome } from '../../domain/review/report-outcome';
import { reportReason } from './reportReason';

/** Words with which a verifier decides a report. */
export const reportDesk = {
  title: '反映',
  reason: { ...reportReason, appeal: '店主申诉' },
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
