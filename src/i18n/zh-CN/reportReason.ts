import type { ReportReason } from '../../domain/review/report';

/** Why a page is reported: for those who report, and for verifiers. */
export const reportReason = {
  impersonation: '冒用名称或标志',
  goods_or_price: '商品或价格不实',
  unlawful: '违法或让人不适的内容',
  my_rights: '侵犯了我的权利',
  other: '其他',
} satisfies Record<ReportReason, string>;
