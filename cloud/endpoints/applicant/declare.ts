import { applicantDeclare } from '../../../src/contract/applicant';
import { refuseIfAny } from '../../../src/contract/failure';
import { withDeclared } from '../../../src/domain/incentive/declarations';
import { declarationProblems } from '../../../src/domain/incentive/problems';
import { write } from '../../endpoint/write';
import { newDeclarationId } from '../../repositories/ids';
import { currentRuleSets } from '../../repositories/rule-sets';
import { changeFacts } from './facts';

/** Declares a fact; an earlier declaration of the same fact stays on record, withdrawn. */
export const endpoint = write(
  applicantDeclare,
  {
    needs: 'applicant.write',
    before: async ({ input, caller }) => {
      const asked = (await currentRuleSets()).flatMap(({ facts }) => facts);
      refuseIfAny(declarationProblems(input, asked, caller.now));
    },
  },
  async ({ input, caller, t }) => {
    const { shopId, hostId, fact, value, year } = input;
    const id = newDeclarationId(shopId, hostId, caller);
    const data = await changeFacts(t, input, caller.now, (facts) =>
      withDeclared(facts, { id, fact, value, year }, caller.now),
    );
    return { data };
  },
);
