import type { Duty } from '../../../src/contract/duty';
import type { OutputOf } from '../../../src/contract/endpoints';
import type { Mark } from '../../../src/domain/duty/record';
import { can } from '../../../src/domain/shop/capabilities';
import type { Role } from '../../../src/domain/shop/shop';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { DutyRecordDoc } from '../../database/documents';
import { presentDuty } from '../../presenters/duty';
import type { Answer } from '../../repositories/changes';
import { dutyInTransaction, keepRecord, type SessionDuty } from '../../repositories/duty';

/** What a role may do with the record of a session. */
export function permissionsOf(role: Role): Duty['may'] {
  return {
    tick: can(role, 'session.run'),
    confirm: can(role, 'duty.confirm'),
    editLists: can(role, 'session.plan'),
    export: can(role, 'duty.export'),
  };
}

/** A call that changes a record. */
interface Call {
  readonly input: { sessionId: string; signature?: string | null };
  readonly caller: Writer;
  readonly role: Role;
  readonly t: Transaction;
}

/** Who does something now. */
export function markOf({ input, caller, role }: Omit<Call, 't'>): Mark {
  return { at: caller.now, person: caller.person, role, name: input.signature ?? null };
}

/**
 * Changes the record of a session as it is in the transaction, so that what two phones do at once
 * is all kept.
 * @param change the record afterwards; the same object where nothing changes.
 */
export async function changeRecord(
  { input, caller, role, t }: Call,
  change: (duty: SessionDuty) => DutyRecordDoc,
): Promise<Answer<OutputOf<'duty.tick'>>> {
  const before = await dutyInTransaction(t, input.sessionId, caller.now);
  const after = change(before);
  const record = after === before.record ? after : await keepRecord(t, after);
  const duty = presentDuty({ session: before.session, record }, permissionsOf(role), caller);
  return { data: { duty } };
}
