import { dutyTick } from '../../../src/contract/duty';
import { Failure } from '../../../src/contract/failure';
import { itemById, tickOf, withTick } from '../../../src/domain/duty/record';
import { can } from '../../../src/domain/shop/capabilities';
import { write } from '../../endpoint/write';
import { changeRecord, markOf } from './change';

/**
 * Marks an item of the session's list as done, or as open again. What another person did first
 * stays theirs, and only a tick that the caller has seen is taken back.
 */
export const endpoint = write(dutyTick, { needs: 'session.run' }, (call) =>
  changeRecord(call, ({ session, record }) => {
    const { itemId, isDone, tickedAt } = call.input;
    const item = itemById(record.items, itemId);
    // The list is another one by now.
    if (item === undefined) throw new Failure('stale_version');
    if (item.known === 'presenter_identity' && !can(call.role, 'duty.confirm')) {
      throw new Failure('not_allowed');
    }
    const tick = tickOf(record, session.hosts, item);
    if ((tick !== null) === isDone) return record;
    if (tick !== null && tick.at !== tickedAt) throw new Failure('stale_version');
    return withTick(record, session.hosts, item, isDone ? markOf(call) : null);
  }),
);
