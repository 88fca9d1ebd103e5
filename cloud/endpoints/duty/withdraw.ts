import { dutyWithdraw } from '../../../src/contract/duty';
import { Failure } from '../../../src/contract/failure';
import { write } from '../../endpoint/write';
import { changeRecord, markOf } from './change';

/** Withdraws a correction that was noted by mistake; who withdrew it first stays on record. */
export const endpoint = write(dutyWithdraw, { needs: 'session.run' }, (call) =>
  changeRecord(call, ({ record }) => {
    const { correctionId } = call.input;
    const found = record.corrections.find(({ id }) => id === correctionId);
    if (found === undefined) throw new Failure('not_found');
    if (found.withdrawn !== null) return record;
    const withdrawn = { ...found, withdrawn: markOf(call) };
    const corrections = record.corrections.map((other) => (other === found ? withdrawn : other));
    return { ...record, corrections };
  }),
);
