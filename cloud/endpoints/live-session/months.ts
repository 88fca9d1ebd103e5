import { Failure } from '../../../src/contract/failure';
import { liveSessionMonths } from '../../../src/contract/live-session-find';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { read } from '../../endpoint/read';
import { seenMonths } from './seen-months';

/** What the sessions of each month of a year add up to, of a store or of one of its hosts. */
export const endpoint = read(
  liveSessionMonths,
  { needs: 'session.read' },
  async ({ input: { shopId, hostId, year }, caller: { sight } }) => {
    if (hostId !== null && shopIdOf(hostId) !== shopId) throw new Failure('not_found');
    return { months: await seenMonths(shopId, hostId, year, sight) };
  },
);
