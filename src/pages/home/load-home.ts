import { chinaDayOf, yearOf } from '../../domain/time';
import type { RootStore } from '../../stores';
import { firstSubject } from '../shared/own-progress';

type SessionRow = ReturnType<RootStore['liveSessions']['list']>['items'][number];

/**
 * Reads the home screen. A stranger's cold start is one call, or two for a person WeChat
 * identifies; only a merchant's own strip needs more, and shows its copy meanwhile.
 */
export async function loadHome(stores: RootStore): Promise<void> {
  const { ui, shops, discover } = stores;
  ui.tick();
  await Promise.all([discover.load(), ui.isIdentified ? shops.loadMine() : Promise.resolve()]);
  const shop = shops.current;
  if (!shop) return;
  const year = yearOf(chinaDayOf(ui.now));
  await Promise.all([
    stores.liveSessions.load(shop.id, 'all'),
    stores.incentives.load(firstSubject(stores, shop.id, year)),
  ]);
}

/** The session a merchant thinks of now: on air, then today's, then the next one. */
export function stripSession({ ui, liveSessions }: RootStore, shopId: string): SessionRow | null {
  const rows = [...liveSessions.list(shopId, 'all').items].reverse();
  const onAir = rows.find(({ state }) => state === 'live' || state === 'paused');
  const next = rows.find(({ state, endAt }) => state === 'scheduled' && endAt > ui.now);
  return onAir ?? next ?? null;
}

/** The session whose sales are recorded next: on air, else the latest that was today. */
export function sessionToRecord({ ui, liveSessions }: RootStore, shopId: string): string | null {
  const rows = liveSessions.list(shopId, 'all').items;
  const onAir = rows.find(({ state }) => state === 'live' || state === 'paused');
  const today = chinaDayOf(ui.now);
  const ended = rows.find(({ state, bookedOn }) => state === 'ended' && bookedOn === today);
  return (onAir ?? ended)?.id ?? null;
}
