import { dutyExport } from '../../../src/contract/duty';
import { read } from '../../endpoint/read';
import { presentExported } from '../../presenters/duty';
import { dutyPage } from '../../repositories/duty';

/** A page of a year's sessions with their records; those without a record are in it too. */
export const endpoint = read(
  dutyExport,
  { needs: 'duty.export' },
  async ({ input: { shopId, year, cursor }, caller }) => {
    const page = await dutyPage(shopId, year, cursor);
    return {
      items: page.items.map(({ session, record }) => presentExported(session, record, caller)),
      cursor: page.cursor,
    };
  },
);
