import { dutyGet } from '../../../src/contract/duty';
import { Failure } from '../../../src/contract/failure';
import { read } from '../../endpoint/read';
import { presentDuty, presentLast } from '../../presenters/duty';
import { dutyOf, lastStatement } from '../../repositories/duty';
import { permissionsOf } from './change';

/** The record of a session, and before anything is stated what was stated last in the store. */
export const endpoint = read(
  dutyGet,
  { needs: 'session.read' },
  async ({ input: { sessionId }, caller, role, shop }) => {
    const found = await dutyOf(sessionId, caller.now);
    if (found === null) throw new Failure('not_found');
    const isStated = found.record.confirmed !== null;
    const last = isStated ? null : await lastStatement(shop._id);
    return {
      duty: presentDuty(found, permissionsOf(role), caller),
      last: last === null ? null : presentLast(last),
    };
  },
);
