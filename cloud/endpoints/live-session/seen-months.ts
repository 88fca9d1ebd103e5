import type { LiveSessionMonth } from '../../../src/contract/live-session-find';
import { monthsOfSessions } from '../../../src/domain/sales/session-months';
import type { Sight } from '../../../src/domain/shop/sight';
import { sessionMonthsOf } from '../../repositories/sales';

/**
 * What the sessions of each month of a year add up to, as far as a person sees it: a host's months
 * are their own, whatever is asked for. One call, none where nothing is seen.
 * @param askedHostId null for the store.
 */
export async function seenMonths(
  shopId: string,
  askedHostId: string | null,
  year: number,
  sight: Sight,
): Promise<LiveSessionMonth[]> {
  const hostId = sight.isWhole ? askedHostId : sight.hostId;
  if (!sight.isWhole && hostId === null) return [];
  const years = await sessionMonthsOf(shopId, hostId, year);
  return monthsOfSessions(years, hostId === null ? 'shop' : 'host');
}
