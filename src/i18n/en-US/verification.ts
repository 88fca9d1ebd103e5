import type { verification as zh } from '../zh-CN/verification';

/** As in Chinese. */
export const verification: typeof zh = {
  field: {
    name: 'Store name',
    legalForm: 'Legal form',
    legalName: 'Registered name',
    operatorName: 'Operator',
    creditCode: 'Credit code',
    where: 'Place',
    town: 'Town',
    address: 'Business address',
    exemption: 'Why no registration',
    contact: 'Public contact',
  },
  reason: {
    looks_official: 'Looks official',
    not_as_registered: 'Not as registered',
    brand_of_others: 'Brand of others',
    unclear: 'Unclear',
    other: 'Other',
  },
};
