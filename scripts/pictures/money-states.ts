import type { LocalCloud } from 'local-cloud';

import { addDays, chinaDayOf } from '../../src/domain/time';
import { PATHS } from '../../src/paths';
import { buildPaid } from '../../tests/testkit/builders';
import { openStore, type TestStore } from '../../tests/testkit/stores';
import { type PictureState, readFollowers, sell, WAN } from './incentive-states';

function record(
  { owner, shopId, hostId, accountId }: TestStore,
  bookedOn: string,
  amount: { kind: 'ordered' | 'refunded'; amountFen: number },
) {
  const target = { of: 'day', bookedOn, hostId, accountId } as const;
  return owner.ok('sales.record', { ...buildPaid(shopId, '', { target }), ...amount });
}

/** Every picture in Chinese, and with its English words. */
function inBoth(state: PictureState, tap?: string): PictureState[] {
  const english = { ...state, name: `${state.name}.en`, lang: 'en-US' as const };
  return [state, tap === undefined ? english : { ...english, tap }];
}

/**
 * Creates stores for the screens of money: a range, amounts of no host, the year by sale and by
 * return, a tier reached on money that may come back, a correction, an amount outside a session.
 * @param now instant of the demonstration.
 */
export async function prepareMoney(cloud: LocalCloud, now: string): Promise<PictureState[]> {
  const today = chinaDayOf(now);
  const range = await openStore(cloud, 'money-range');
  await sell(range, addDays(today, -30), 10 * WAN);
  await record(range, addDays(today, -20), { kind: 'ordered', amountFen: 200 * WAN });
  await record(range, addDays(today, -20), { kind: 'refunded', amountFen: 50 * WAN });
  const reached = await openStore(cloud, 'money-reached');
  await sell(reached, addDays(today, -90), 300 * WAN);
  const { entry } = await sell(reached, addDays(today, -3), 800 * WAN);
  await readFollowers(reached, 612_000, today);
  const correct = PATHS.record.url({ shopId: reached.shopId, entryId: entry.id });
  const outside = PATHS.record.url({ shopId: reached.shopId });
  const progress = PATHS.progress.url();
  const year = { person: 'streamer', path: PATHS.statement.path };
  return [
    ...inBoth({ name: 'range', person: 'money-range', path: progress }),
    ...inBoth({ name: 'not-assigned', person: 'mcn', path: PATHS.unassigned.path }),
    ...inBoth({ name: 'hosts-and-store', person: 'mcn', path: PATHS.ladder.path }),
    ...inBoth({ name: 'year-by-sale', ...year }),
    ...inBoth({ name: 'year-by-return', ...year, tap: '按退款日' }, 'By day of return'),
    ...inBoth({ name: 'reached-not-settled', person: 'money-reached', path: progress }),
    ...inBoth({ name: 'correcting', person: 'money-reached', path: correct }),
    ...inBoth({ name: 'outside-a-session', person: 'money-reached', path: outside, isSmall: true }),
  ];
}
