import * as v from 'valibot';

import { PUBLIC_PHASES } from '../domain/live-session/public-phase';
import { LEGAL_FORMS, MAX_INTRO_LENGTH } from '../domain/shop/shop';
import { PLATFORMS } from '../domain/shop/platform';
import {
  choiceField,
  countField,
  dayField,
  exactly,
  finderUserNameField,
  flagField,
  instantField,
  liveSessionIdField,
  nameField,
  paragraphField,
  shopIdField,
} from './fields';
import { disclosure, verification } from './shop-identity';

/** Whether the viewer follows the store; null without an identified viewer. */
export const isFollowingField = v.nullable(flagField);

/** A session as a viewer may see it: no money, no people's ids. */
export const publicSession = exactly({
  id: liveSessionIdField,
  shopId: shopIdField,
  shopName: nameField,
  isShopVerified: flagField,
  title: nameField,
  /** Who presents, the main host first. */
  hostNames: v.array(nameField),
  platform: v.nullable(choiceField(PLATFORMS)),
  accountName: v.nullable(nameField),
  precision: choiceField(['instant', 'day']),
  startAt: instantField,
  endAt: instantField,
  bookedOn: dayField,
  /** By time, not by taps; the client moves it on as time passes. */
  phase: choiceField(PUBLIC_PHASES),
  /** From when it is over unless something happens before; null when it is over or cancelled. */
  overAt: v.nullable(instantField),
  /** Since when it is paused; null when it is not. */
  pausedAt: v.nullable(instantField),
  startedAt: v.nullable(instantField),
  endedAt: v.nullable(instantField),
  /** The evening that it is a further piece of. */
  partOf: v.nullable(liveSessionIdField),
  isAiPresenter: flagField,
});

/** A store as a row of discovery. */
export const publicShopCard = exactly({
  id: shopIdField,
  name: nameField,
  intro: paragraphField(MAX_INTRO_LENGTH),
  platforms: v.array(choiceField(PLATFORMS)),
  verification,
});

/** Accounts that a public page names at most. */
export const MAX_PUBLIC_ACCOUNTS = 30;

/** A published store's page. */
export const publicShop = exactly({
  id: shopIdField,
  name: nameField,
  intro: paragraphField(MAX_INTRO_LENGTH),
  legalForm: choiceField(LEGAL_FORMS),
  /** In Huadu, moving, elsewhere; the town only when in Huadu. */
  place: exactly({
    where: choiceField(['huadu', 'moving', 'elsewhere']),
    town: v.nullable(nameField),
  }),
  /** The store's own first, then those of its hosts; further ones are named by their sessions. */
  accounts: v.array(
    exactly({
      platform: choiceField(PLATFORMS),
      name: nameField,
      /** The account's id in WeChat, of one on Channels. */
      finderUserName: v.nullable(finderUserNameField),
    }),
  ),
  /** All accounts of the store. */
  accountCount: countField,
  verification,
  disclosure,
});

/** A session as a viewer may see it. */
export type PublicSession = v.InferOutput<typeof publicSession>;
/** A store as a row of discovery. */
export type PublicShopCard = v.InferOutput<typeof publicShopCard>;
/** A published store's page. */
export type PublicShop = v.InferOutput<typeof publicShop>;
