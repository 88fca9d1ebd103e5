import { type Task, tasksOf } from '../../domain/live-session/tasks';
import { yearOf } from '../../domain/time';
import type { LiveSessionTodo, RootStore } from '../../stores';

/** The store that is worked in. */
export type HomeShop = NonNullable<RootStore['shops']['current']>;

/** A session with what it asks for. */
export type HomeTask = Task<LiveSessionTodo['onAir'][number]>;

/**
 * Reads the home page. Of a merchant it takes one call, one more where the store is not known since
 * the start; of anyone else one, and one more for a person of whom nothing is known yet.
 * @param isFresh whether the person's stores are read again in any case
 */
export async function loadHome(stores: RootStore, isFresh: boolean): Promise<void> {
  const { ui, shops, discover } = stores;
  ui.tick();
  shops.restoreCopy();
  const before = shops.current;
  const isKnown = shops.mine.value !== null && !shops.mine.isCopy;
  const readsShops = ui.isIdentified && (isFresh || !isKnown);
  const reading = readsShops ? shops.loadMine() : Promise.resolve();
  // With a copy of the stores both are read at once.
  await Promise.all([reading, before && loadMerchant(stores, before)]);
  const shop = shops.current;
  if (shop === null) await discover.load();
  else if (shop.id !== before?.id) await loadMerchant(stores, shop);
}

async function loadMerchant({ ui, home }: RootStore, shop: HomeShop): Promise<void> {
  await home.load(shop, yearOf(ui.today));
}

/** What there is to do in a store, the most urgent first. Call it inside an observer. */
export function homeTasks(
  { ui, shops, liveSessions, answers }: RootStore,
  shopId: string,
): HomeTask[] {
  return tasksOf(liveSessions.todo(shopId, ui.now), {
    now: ui.now,
    isRecorder: shops.differing.toRecord,
    isPutOff: (id) => answers.isPutOff(id, ui.now),
  });
}
