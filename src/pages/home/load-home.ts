import { isRunning } from '../../domain/live-session/public-phase';
import { stageOf } from '../../domain/live-session/stage';
import { can } from '../../domain/shop/capabilities';
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
    can(shop.role, 'incentive.read') && stores.incentives.load(firstSubject(stores, shop.id, year)),
  ]);
}

/** The session a merchant thinks of now: on air, then today's that waits for its figure, then the next. */
export function stripSession(
  { ui, shops, liveSessions }: RootStore,
  shopId: string,
): SessionRow | null {
  const { items } = liveSessions.list(shopId, 'all');
  const rows = [...items].reverse();
  const today = chinaDayOf(ui.now);
  const isRecorder = shops.differing.toRecord;
  const onAir = rows.find(isRunning);
  const ended = items.find(
    ({ state, bookedOn, figures }) =>
      isRecorder && bookedOn === today && stageOf(state, figures.entryCount > 0) === 'to_record',
  );
  const next = rows.find(({ state, endAt }) => state === 'scheduled' && endAt > ui.now);
  return onAir ?? ended ?? next ?? null;
}
