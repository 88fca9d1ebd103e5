import { Failure } from '../../../src/contract/failure';
import { liveSessionMonths } from '../../../src/contract/live-session-find';
import { monthsOfSessions } from '../../../src/domain/sales/session-months';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { read } from '../../endpoint/read';
import { sessionMonthsOf } from '../../repositories/sales';

/** What the sessions of each month of a year add up to, of a store or of one of its hosts. */
export const endpoint = read(
  liveSessionMonths,
  { needs: 'session.read' },
  async ({ input, caller: { sight } }) => {
    const { shopId, year } = input;
    if (input.hostId !== null && shopIdOf(input.hostId) !== shopId) throw new Failure('not_found');
    // A host's months are their own, whatever is asked for.
    const hostId = sight.isWhole ? input.hostId : sight.hostId;
    if (!sight.isWhole && hostId === null) return { months: [] };
    const years = await sessionMonthsOf(shopId, hostId, year);
    const months = monthsOfSessions(years, hostId === null ? 'shop' : 'host');
    return { months };
  },
);
