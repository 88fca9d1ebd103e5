import * as v from 'valibot';

import { LEGAL_FORMS } from '../domain/shop/shop';
import { PLATFORMS } from '../domain/shop/platform';
import {
  choiceField,
  cursorField,
  dayField,
  exactly,
  flagField,
  instantField,
  liveSessionIdField,
  nameField,
  paragraphField,
  shopIdField,
} from './fields';
import { teaser } from './live-session';
import { disclosure, verification } from './shop';

/** A session as a viewer may see it: no money, no people's ids. */
export const publicSession = exactly({
  id: liveSessionIdField,
  shopId: shopIdField,
  shopName: nameField,
  isShopVerified: flagField,
  title: nameField,
  hostName: v.nullable(nameField),
  platform: v.nullable(choiceField(PLATFORMS)),
  accountName: v.nullable(nameField),
  precision: choiceField(['instant', 'day']),
  startAt: instantField,
  endAt: instantField,
  bookedOn: dayField,
  /** By time, not by taps; the client moves it on as time passes. */
  phase: choiceField(['upcoming', 'should_be_on_air', 'on_air', 'over', 'cancelled']),
  startedAt: v.nullable(instantField),
  endedAt: v.nullable(instantField),
  isAiPresenter: flagField,
});

/** A store as a row of discovery. */
export const publicShopCard = exactly({
  id: shopIdField,
  name: nameField,
  intro: paragraphField(300),
  platforms: v.array(choiceField(PLATFORMS)),
  verification,
});

/** A published store's page. */
export const publicShop = exactly({
  id: shopIdField,
  name: nameField,
  intro: paragraphField(300),
  legalForm: choiceField(LEGAL_FORMS),
  /** In Huadu, moving, elsewhere; the town only when in Huadu. */
  place: exactly({
    where: choiceField(['huadu', 'moving', 'elsewhere']),
    town: v.nullable(nameField),
  }),
  accounts: v.array(exactly({ platform: choiceField(PLATFORMS), name: nameField })),
  verification,
  disclosure,
});

/** `discover.list`: verified, published stores only. */
export const discoverListInput = exactly({ cursor: cursorField });

/** On air now and coming (first page only), and a page of stores. */
export const discoverListOutput = exactly({
  onAir: v.array(publicSession),
  coming: v.array(publicSession),
  shops: v.array(publicShopCard),
  cursor: cursorField,
});

/** `shop.view`. */
export const shopViewInput = exactly({ shopId: shopIdField });

/** A store's page in one answer: what is on air, what comes (soonest first), what was (latest first). */
export const shopViewOutput = exactly({
  shop: publicShop,
  onAir: v.array(publicSession),
  coming: v.array(publicSession),
  past: v.array(publicSession),
});

/** `liveSession.view`. */
export const liveSessionViewInput = exactly({ sessionId: liveSessionIdField });

/** A session's page with its teasers and the store it belongs to. */
export const liveSessionViewOutput = exactly({
  session: publicSession,
  teasers: v.array(teaser),
  shop: publicShop,
});

/** A session as a viewer may see it. */
export type PublicSession = v.InferOutput<typeof publicSession>;
/** A store as a row of discovery. */
export type PublicShopCard = v.InferOutput<typeof publicShopCard>;
/** A published store's page. */
export type PublicShop = v.InferOutput<typeof publicShop>;
