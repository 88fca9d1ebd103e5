import * as v from 'valibot';

import {
  AGES,
  HUADU_TOWNS,
  LEGAL_FORMS,
  LINES_OF_BUSINESS,
  MAX_ACCOUNTS,
  MAX_INTRO_LENGTH,
  PLACES,
  ROLES,
} from '../domain/shop/shop';
import { MAX_REPORT_LENGTH } from '../domain/review/report';
import { PLATFORMS } from '../domain/shop/platform';
import { declaredFact, followerReading } from './applicant-records';
import { publicRead, read, write } from './endpoint';
import {
  accountIdField,
  businessDayField,
  choiceField,
  consentField,
  countField,
  cursorField,
  dayField,
  exactly,
  finderUserNameField,
  flagField,
  hostIdField,
  instantField,
  nameField,
  paragraphField,
  phoneField,
  shopIdField,
  versionField,
  waitingField,
} from './fields';
import { isFollowingField, publicSession, publicShop } from './public';
import { disclosure, ownVerification } from './shop-identity';

/** Where the store is: in Huadu (with its town), moving there by a day, or elsewhere. */
export const place = exactly({
  where: choiceField(PLACES),
  town: v.nullable(choiceField(HUADU_TOWNS)),
  movingOn: v.nullable(dayField),
});

/** As `place`, as it comes in. */
const placeInput = exactly({ ...place.entries, movingOn: v.nullable(businessDayField) });

/** An account on a platform; `hostId` when it is one host's own. */
export const account = exactly({
  id: accountIdField,
  platform: choiceField(PLATFORMS),
  name: nameField,
  hostId: v.nullable(hostIdField),
  /** The account's id in WeChat, of one on Channels. */
  finderUserName: v.nullable(finderUserNameField),
});

/** A store as its own people see it. */
export const ownShop = exactly({
  id: shopIdField,
  name: nameField,
  legalForm: choiceField(LEGAL_FORMS),
  lineOfBusiness: choiceField(LINES_OF_BUSINESS),
  place,
  intro: paragraphField(MAX_INTRO_LENGTH),
  phone: v.nullable(phoneField),
  accounts: v.array(account),
  disclosure,
  isPublished: flagField,
  verification: ownVerification,
  /** Why and since when the operator does not show its pages; null while they are shown. */
  suspension: v.nullable(
    exactly({
      at: instantField,
      words: paragraphField(MAX_REPORT_LENGTH),
      /** When its people asked to be shown again. */
      appealedAt: v.nullable(instantField),
    }),
  ),
  facts: v.array(declaredFact),
  /** Readings of the accounts that are no host's own: they count for the store and its hosts. */
  followers: v.array(followerReading),
  /** All hosts of the store, those who have left included. */
  hostCount: countField,
  role: choiceField(ROLES),
  registeredAt: instantField,
  /** Which of its words others do not see yet. */
  waiting: waitingField,
  version: versionField,
});

/** A host, with the facts declared and the followers read of them. */
export const host = exactly({
  id: hostIdField,
  shopId: shopIdField,
  name: nameField,
  facts: v.array(declaredFact),
  followers: v.array(followerReading),
  /** Whether the host has left: kept for what they sold, not offered any more. */
  isRetired: flagField,
  /** Whether a person has joined as this host. Who it is never leaves the cloud. */
  isLinked: flagField,
  /** Whether the store lets that person see what they sold here. */
  isSharingSums: flagField,
  addedAt: instantField,
  /** Which of its words others do not see yet. */
  waiting: waitingField,
  /** Counts the changes of name and of whether the host has left. */
  version: versionField,
});

/**
 * A store with its hosts: all of them, or none where there are too many for one answer; `host.list`
 * has them. `hostCount` of the store tells which.
 */
export const shopWithHosts = exactly({ shop: ownShop, hosts: v.array(host) });

/**
 * Registers a store; the caller becomes its one owner. Eight fields at most are asked for; line of
 * business and legal form are independent.
 */
export const shopRegister = write('shop.register', {
  input: exactly({
    name: nameField,
    legalForm: choiceField(LEGAL_FORMS),
    lineOfBusiness: choiceField(LINES_OF_BUSINESS),
    place: placeInput,
    account: exactly({ platform: choiceField(PLATFORMS), name: nameField }),
    phone: v.nullable(phoneField),
    /** Asked of individuals and sole traders; null for a company. */
    age: v.nullable(choiceField(AGES)),
    /** The person read the purpose text and agreed to it. */
    consent: consentField,
  }),
  output: shopWithHosts,
});

/** Hosts that `shop.mine` brings at most, of all stores together; smaller stores come first. */
export const MAX_HOSTS_OF_MINE = 40;

/** Every store the caller belongs to; page by page where one answer cannot hold them. */
export const shopMine = read('shop.mine', {
  input: exactly({ cursor: v.optional(cursorField, null) }),
  output: exactly({
    shops: v.array(shopWithHosts),
    cursor: cursorField,
    /** The caller checks for the operator; absent for everyone else. */
    isVerifier: v.optional(v.literal(true)),
  }),
});

/** The store after a write. */
const shopOutput = exactly({ shop: ownShop });

/** Changes the whole editable part of a store that was read at `version`. */
export const shopUpdate = write('shop.update', {
  input: exactly({
    shopId: shopIdField,
    version: versionField,
    name: nameField,
    legalForm: choiceField(LEGAL_FORMS),
    lineOfBusiness: choiceField(LINES_OF_BUSINESS),
    place: placeInput,
    intro: paragraphField(MAX_INTRO_LENGTH),
    phone: v.nullable(phoneField),
    accounts: v.pipe(
      v.array(
        exactly({
          /** null for a new account. */
          id: v.nullable(accountIdField),
          platform: choiceField(PLATFORMS),
          name: nameField,
          hostId: v.nullable(hostIdField),
          finderUserName: v.optional(v.nullable(finderUserNameField), null),
        }),
      ),
      v.minLength(1, 'required'),
      v.maxLength(MAX_ACCOUNTS, 'too_many'),
    ),
    disclosure,
    /**
     * Whether everyone may see the disclosure as it is now: needed where the page is public and its
     * disclosure changes.
     */
    consent: v.optional(flagField, false),
  }),
  output: shopOutput,
});

/** Hands in who the store is, for a verifier to look at. Without effect where it waits or is verified. */
export const shopSubmit = write('shop.submit', {
  input: exactly({ shopId: shopIdField, version: versionField }),
  output: shopOutput,
});

/** Makes the store's page public, or takes it back. */
export const shopPublish = write('shop.publish', {
  input: exactly({
    shopId: shopIdField,
    version: versionField,
    isPublished: flagField,
    /** True when publishing: showing the disclosure to everyone needs its own consent (PIPL art. 25). */
    consent: flagField,
  }),
  output: shopOutput,
});

/** Past sessions on the page of a store. */
export const MAX_PAST_SESSIONS = 10;

/** The page of a published store, in one answer. */
export const shopView = publicRead('shop.view', {
  input: exactly({ shopId: shopIdField }),
  output: exactly({
    shop: publicShop,
    /** On air and to come, earliest first. */
    ahead: v.array(publicSession),
    hasMoreAhead: flagField,
    /** Latest first. */
    past: v.array(publicSession),
    hasMorePast: flagField,
    isFollowing: isFollowingField,
  }),
});

/** Sessions on one page of `shop.sessions`. */
export const PUBLIC_SESSIONS_PER_PAGE = 20;

/** All sessions of a published store: those ahead earliest first, past ones latest first. */
export const shopSessions = publicRead('shop.sessions', {
  input: exactly({
    shopId: shopIdField,
    which: choiceField(['ahead', 'past']),
    cursor: cursorField,
  }),
  output: exactly({ items: v.array(publicSession), cursor: cursorField }),
});

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
