import * as v from 'valibot';

import {
  AGES,
  HUADU_TOWNS,
  LEGAL_FORMS,
  LINES_OF_BUSINESS,
  PLACES,
  ROLES,
} from '../domain/shop/shop';
import { PLATFORMS } from '../domain/shop/platform';
import {
  accountIdField,
  choiceField,
  consentField,
  dayField,
  exactly,
  flagField,
  hostIdField,
  instantField,
  lineField,
  nameField,
  paragraphField,
  phoneField,
  shopIdField,
  versionField,
} from './fields';
import { declaredFact, followerReading } from './applicant-records';

/** Where the store is: in Huadu (with its town), moving there by a day, or elsewhere. */
export const place = exactly({
  where: choiceField(PLACES),
  town: v.nullable(choiceField(HUADU_TOWNS)),
  movingOn: v.nullable(dayField),
});

/** What the law makes a seller show; fields that do not apply are null. */
export const disclosure = exactly({
  legalName: v.nullable(lineField(80)),
  operatorName: v.nullable(nameField),
  creditCode: v.nullable(v.pipe(v.string('wrong_type'), v.regex(/^[0-9A-Z]{18}$/, 'bad_format'))),
  address: v.nullable(lineField(120)),
  contact: v.nullable(lineField(60)),
  exemption: v.nullable(lineField(120)),
});

/** An account on a platform; `hostId` when it is one host's own. */
export const account = exactly({
  id: accountIdField,
  platform: choiceField(PLATFORMS),
  name: nameField,
  hostId: v.nullable(hostIdField),
});

/** Whether an officer has verified the store, and on which China day. */
export const verification = exactly({
  state: choiceField(['unverified', 'verified']),
  on: v.nullable(dayField),
});

/** A store as its own people see it. */
export const ownShop = exactly({
  id: shopIdField,
  name: nameField,
  legalForm: choiceField(LEGAL_FORMS),
  lineOfBusiness: choiceField(LINES_OF_BUSINESS),
  place,
  intro: paragraphField(300),
  phone: v.nullable(phoneField),
  accounts: v.array(account),
  disclosure,
  isPublished: flagField,
  verification,
  facts: v.array(declaredFact),
  role: choiceField(ROLES),
  registeredAt: instantField,
  version: versionField,
});

/** Who presents, with what was declared and read of them. */
export const host = exactly({
  id: hostIdField,
  shopId: shopIdField,
  name: nameField,
  facts: v.array(declaredFact),
  followers: v.array(followerReading),
  /** Whether a person has joined as this host. Who it is leaves the cloud to nobody. */
  isLinked: v.boolean(),
  /** Whether the store lets that person see what they sold here. */
  isSharingSums: v.boolean(),
  addedAt: instantField,
});

/** `shop.register`: eight fields at most; a line of business and a legal form are two things. */
export const shopRegisterInput = exactly({
  name: nameField,
  legalForm: choiceField(LEGAL_FORMS),
  lineOfBusiness: choiceField(LINES_OF_BUSINESS),
  place,
  account: exactly({ platform: choiceField(PLATFORMS), name: nameField }),
  phone: v.nullable(phoneField),
  /** Asked of individuals and sole traders; null for a company. */
  age: v.nullable(choiceField(AGES)),
  /** That the purpose text was read and agreed to. */
  consent: consentField,
});

/** A store with its hosts. */
export const shopWithHosts = exactly({ shop: ownShop, hosts: v.array(host) });

/** `shop.mine`: no input, identity comes from the platform. */
export const shopMineInput = exactly({});

/** Every store the person belongs to. */
export const shopMineOutput = exactly({ shops: v.array(shopWithHosts) });

/** `shop.update`: the whole editable part; `version` is the one that was read. */
export const shopUpdateInput = exactly({
  shopId: shopIdField,
  version: versionField,
  name: nameField,
  legalForm: choiceField(LEGAL_FORMS),
  lineOfBusiness: choiceField(LINES_OF_BUSINESS),
  place,
  intro: paragraphField(300),
  phone: v.nullable(phoneField),
  accounts: v.pipe(
    v.array(
      exactly({
        /** null for a new account. */
        id: v.nullable(accountIdField),
        platform: choiceField(PLATFORMS),
        name: nameField,
        hostId: v.nullable(hostIdField),
      }),
    ),
    v.minLength(1, 'required'),
    v.maxLength(30, 'too_many'),
  ),
  disclosure,
});

/** `shop.publish`: showing the disclosure needs its own consent (PIPL art. 25). */
export const shopPublishInput = exactly({
  shopId: shopIdField,
  version: versionField,
  isPublished: flagField,
  /** True when publishing: the person agrees that the disclosure is shown to everyone. */
  consent: flagField,
});

/** The store after a write. */
export const shopOutput = exactly({ shop: ownShop });

/** `host.add`, with the host's own account if there is one. */
export const hostAddInput = exactly({
  shopId: shopIdField,
  name: nameField,
  account: v.nullable(exactly({ platform: choiceField(PLATFORMS), name: nameField })),
});

/** The new host, and the store whose accounts may have grown. */
export const hostAddOutput = exactly({ host, shop: ownShop });

/** `host.list`. */
export const hostListInput = exactly({ shopId: shopIdField });

/** All hosts of a store, oldest first. */
export const hostListOutput = exactly({ hosts: v.array(host) });

/** An account of a store. */
export type Account = v.InferOutput<typeof account>;
/** A store as its own people see it. */
export type OwnShop = v.InferOutput<typeof ownShop>;
/** A host as the store's people see it. */
export type Host = v.InferOutput<typeof host>;
/** Where the store is. */
export type Place = v.InferOutput<typeof place>;
/** A store with its hosts. */
export type ShopWithHosts = v.InferOutput<typeof shopWithHosts>;
