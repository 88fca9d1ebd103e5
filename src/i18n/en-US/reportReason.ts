import type { reportReason as zh } from '../zh-CN/reportReason';

/** As in Chinese. */
export const reportReason: typeof zh = {
  impersonation: 'Name or logo of others',
  goods_or_price: 'False goods or prices',
  unlawful: 'Unlawful or disturbing content',
  my_rights: 'It violates my rights',
  other: 'Something else',
};
