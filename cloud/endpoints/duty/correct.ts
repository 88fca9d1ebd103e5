import { dutyCorrect } from '../../../src/contract/duty';
import { Failure, limitReached, refuseIfAny } from '../../../src/contract/failure';
import { correctionAt, correctionProblems, MAX_CORRECTIONS } from '../../../src/domain/duty/record';
import { canRecord, stateAt } from '../../../src/domain/live-session/live-session';
import { write } from '../../endpoint/write';
import { newCorrectionId } from '../../repositories/ids';
import { changeRecord, markOf } from './change';

/** Notes a correction that was made on air, now or at an earlier instant. */
export const endpoint = write(dutyCorrect, { needs: 'session.run' }, (call) =>
  changeRecord(call, ({ session, record }) => {
    const { caller, input } = call;
    const state = stateAt(session, caller.now);
    if (!canRecord(state)) throw new Failure('illegal_transition', { info: { state } });
    if (record.corrections.length >= MAX_CORRECTIONS) throw limitReached(MAX_CORRECTIONS);
    const at = correctionAt(input.at, caller.now);
    refuseIfAny(correctionProblems(session, at, caller.now));
    const id = newCorrectionId(session.shopId, caller);
    const correction = { id, at, text: input.text, noted: markOf(call), withdrawn: null };
    return { ...record, corrections: [...record.corrections, correction] };
  }),
);
