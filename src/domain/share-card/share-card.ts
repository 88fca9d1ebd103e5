import type { Lang } from '../lang';
import { chinaTimeOf } from '../time';
import { sessionPicture, shopPicture } from './picture';
import { shownStateAt, type ShownState } from './states';
import type { CardContext, CardSession, CardShop, ShareCard } from './types';
import { cardDay, cardTime, CARD_WORDS } from './words';

/** The two lines of a session's card: absolute, or with the clock of the moment of sharing. */
function linesOf(
  session: CardSession,
  state: ShownState,
  { lang, now }: { lang: Lang; now: string },
): [string, string] {
  const words = CARD_WORDS[lang];
  const time = cardTime(session, lang, now);
  const shared = `${cardDay(now, lang)} ${chinaTimeOf(now)}`;
  const start = `${time.date} ${time.startClock ?? ''}`.trim();
  switch (state) {
    case 'upcoming':
      return [time.day, words.startsAt(time.startClock ?? '')];
    case 'soon':
      return [words.soon(chinaTimeOf(now)), start];
    case 'should_be_on_air':
      return [words.due, start];
    case 'on_air':
    case 'paused':
      return [words.shared[state], shared];
    case 'over':
      return [words.over, time.endClock === null ? time.day : `${time.endDate} ${time.endClock}`];
    case 'cancelled':
      return [words.cancelled, start];
  }
}

/** The card of one session. Never shows money. */
export function sessionCard(session: CardSession, context: CardContext): ShareCard {
  const { path, lang, now } = context;
  const words = CARD_WORDS[lang];
  const { id, shopId, shopName, title, isShopVerified } = session;
  const state = shownStateAt(session, now);
  return {
    title: `${title} · ${shopName}`,
    path,
    picture: sessionPicture({
      shopId,
      shopName,
      sessionId: id,
      state,
      lines: linesOf(session, state, { lang, now }),
      checked: isShopVerified ? words.verified : words.unverified,
      zone: session.precision === 'day' ? '' : words.chinaTime,
    }),
  };
}

/** The card of a store: who it is and what it sells, which does not age. */
export function shopCard(shop: CardShop, context: CardContext): ShareCard {
  const { path, lang } = context;
  const words = CARD_WORDS[lang];
  const about = shop.intro.replace(/\s+/g, ' ').trim();
  return {
    title: words.shopTitle(shop.name, about),
    path,
    picture: shopPicture({
      shopId: shop.id,
      name: shop.name,
      about,
      checked: shop.isVerified ? words.verified : words.unverified,
    }),
  };
}
