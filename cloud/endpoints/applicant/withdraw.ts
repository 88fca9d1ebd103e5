import { applicantWithdraw } from '../../../src/contract/applicant';
import { Failure } from '../../../src/contract/failure';
import { withWithdrawn } from '../../../src/domain/incentive/declarations';
import { write } from '../../endpoint/write';
import { changeFacts } from './facts';

/** Withdraws a declared fact: it stays on record with the date and no longer counts. */
export const endpoint = write(
  applicantWithdraw,
  { needs: 'applicant.write' },
  async ({ input, caller, t }) => {
    const data = await changeFacts(t, input, caller.now, (facts) => {
      const changed = withWithdrawn(facts, input.declarationId, caller.now);
      if (changed === null) throw new Failure('not_found');
      return changed;
    });
    return { data };
  },
);
