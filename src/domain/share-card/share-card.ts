import { countsAsOnAir, phaseMovedOn, type PublicPhase } from '../live-session/public-phase';
import type { Lang } from '../lang';
import { coverColorOf, pictureCommands, type PictureParts, STRIP_BY_PHASE } from './picture';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  type CardContext,
  type CardSession,
  type CardShop,
  type Drawing,
  type ShareCard,
} from './types';
import { CARD_WORDS, cardTime } from './words';

const STORE_STRIP = '#46597F';

/** The card of one session. Never shows money. */
export function sessionCard(session: CardSession, context: CardContext): ShareCard {
  const { path, lang, now } = context;
  const words = CARD_WORDS[lang];
  const phase = phaseMovedOn(session, now);
  const time = cardTime(session, lang, now);
  return {
    title: `${words.sessionTitle[phase](session.title, time.start)} · ${session.shopName}`,
    path,
    picture: picture({
      strip: { ...STRIP_BY_PHASE[phase], word: words.phase[phase] },
      note: session.isShopVerified ? words.verified : words.unverified,
      coverColor: coverColorOf(session.shopName),
      small: session.shopName,
      headline: session.title,
      overBig: time.dayAndZone,
      big: time.clock ?? time.day,
      foot: presenter(session, lang),
    }),
  };
}

/** The card of a store: the session on air or coming next, else the store's introduction. */
export function shopCard(shop: CardShop, context: CardContext): ShareCard {
  const { path, lang, now } = context;
  const words = CARD_WORDS[lang];
  const next = nextSession(shop.sessions, now);
  const time = next && cardTime(next, lang, now);
  const phase = next && phaseMovedOn(next, now);
  return {
    title: words.shopTitle(shop.name, shop.intro.replace(/\s+/g, ' ').trim()),
    path,
    picture: picture({
      strip: phase
        ? { ...STRIP_BY_PHASE[phase], word: phase === 'upcoming' ? words.next : words.phase[phase] }
        : { mark: 'none', color: STORE_STRIP, word: words.store },
      note: shop.isVerified ? words.verified : words.unverified,
      coverColor: coverColorOf(shop.name),
      small: next ? next.title : '',
      headline: shop.name,
      overBig: time?.dayAndZone ?? '',
      big: time?.clock ?? time?.day ?? '',
      foot: next ? presenter(next, lang) : shop.intro.replace(/\s+/g, ' ').trim(),
    }),
  };
}

function picture(parts: PictureParts): Drawing {
  return { width: CARD_WIDTH, height: CARD_HEIGHT, commands: pictureCommands(parts) };
}

function presenter(session: CardSession, lang: Lang): string {
  const words = CARD_WORDS[lang];
  const hosts = session.hostNames.join(words.listSeparator);
  // A streamer's own store often carries the name of its one host.
  const shown = hosts === session.shopName ? null : hosts;
  return [shown, session.isAiPresenter ? words.aiPresenter : null].filter(Boolean).join(' · ');
}

/** What counts as on air comes before these; a pause that is longer comes last. */
const PHASES_IN_ORDER: readonly PublicPhase[] = ['should_be_on_air', 'upcoming', 'paused'];

function nextSession(sessions: readonly CardSession[], now: string): CardSession | undefined {
  const byStart = [...sessions].sort((a, b) => (a.startAt < b.startAt ? -1 : 1));
  const inPhase = (phase: PublicPhase): CardSession | undefined =>
    byStart.find((session) => phaseMovedOn(session, now) === phase);
  const onAir = byStart.find((session) => countsAsOnAir(session, now));
  return PHASES_IN_ORDER.reduce((found, phase) => found ?? inPhase(phase), onAir);
}
