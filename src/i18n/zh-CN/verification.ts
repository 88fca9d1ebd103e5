import type { ReturnReason } from '../../domain/review/review';
import type { ClaimField } from '../../domain/shop/identity';

/** What is looked at of a store, and why it is returned: for merchants and verifiers. */
export const verification = {
  field: {
    name: '店铺名称',
    legalForm: '主体类型',
    legalName: '登记名称',
    operatorName: '经营者',
    creditCode: '统一社会信用代码',
    where: '所在地',
    town: '镇街',
    address: '经营地址',
    exemption: '不用登记的理由',
    contact: '公开联系方式',
  } satisfies Record<ClaimField, string>,
  reason: {
    looks_official: '像是官方或单位',
    not_as_registered: '和登记的对不上',
    brand_of_others: '冒用品牌',
    unclear: '看不清',
    other: '其他',
  } satisfies Record<ReturnReason, string>,
};
