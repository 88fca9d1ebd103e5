import type { LocalCloud } from 'local-cloud';
import type { LiveSessionRow } from '../../../src/contract/live-session';
import { HUADU_TOWNS } from '../../../src/domain/shop/shop';
import { callAs } from '../cloud';

/** Texts typed by people of the demonstration, which are not translated. */
export interface DemoNames {
  readonly shopId: string;
  readonly hostId: string;
  readonly sessions: readonly LiveSessionRow[];
  /** The longest first, so that a name inside another one is removed later. */
  readonly typed: readonly string[];
}

/** Every string in a value, at any depth. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Reads the names of the streamer's store, hosts, sessions and accounts, and of public stores. */
export async function readNames(cloud: LocalCloud): Promise<DemoNames> {
  const [owner, viewer] = [callAs(cloud, 'streamer'), callAs(cloud)];
  const { shops } = await owner.ok('shop.mine', {});
  const shopId = shops[0]?.shop.id ?? '';
  const { hosts } = await owner.ok('host.list', { shopId });
  const list = { shopId, tab: 'all', cursor: null } as const;
  const { items: sessions } = await owner.ok('liveSession.list', list);
  const discovered = await viewer.ok('discover.list', { cursor: null });
  const pages = await Promise.all(
    discovered.shops.map(({ id }) => viewer.ok('shop.view', { shopId: id })),
  );
  const views = await Promise.all(
    (discovered.ahead?.items ?? [])
      .flatMap(({ sessions: ahead }) => ahead)
      .map(({ id }) => viewer.ok('liveSession.view', { sessionId: id })),
  );
  const typed = [shops, hosts, sessions, discovered, pages, views].flatMap(stringsIn);
  // Towns come from a list with English words, so they are not names here.
  const towns: readonly string[] = HUADU_TOWNS;
  const chinese = typed.filter((text) => /\p{Script=Han}/u.test(text) && !towns.includes(text));
  return {
    shopId,
    hostId: hosts[0]?.id ?? '',
    sessions,
    typed: [...new Set(chinese)].sort((a, b) => b.length - a.length),
  };
}

/**
 * The texts that still contain Chinese after all names are removed; the first character of one, alone
 * as on a cover, is a name too.
 */
export function chineseBeside(names: readonly string[], words: readonly string[]): string[] {
  const initials = new Set(names.map((name) => Array.from(name)[0]));
  const isChinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
  return words
    .filter((word) => !initials.has(word))
    .map((word) => names.reduce((rest, name) => rest.replaceAll(name, '◇'), word))
    .filter((rest) => isChinese.test(rest));
}
