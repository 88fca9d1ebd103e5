import { invalidInput } from '../../src/contract/failure';
import { declarationProblems } from '../../src/domain/incentive/problems';
import { writeOnce } from '../repositories/changes';
import { idFrom, suffixOf } from '../repositories/ids';
import { currentRuleSets } from '../repositories/rule-sets';
import { admit } from './admit';
import { changeFacts } from './applicant';
import { type Handler, intend } from './handler';

/** States a fact; an earlier statement of the same fact stays on record, withdrawn. */
export const applicantDeclare: Handler<'applicant.declare'> = async (input, caller) => {
  const { shopId, hostId, fact, value, year } = input;
  await admit(shopId, caller, 'applicant.write');
  const asked = (await currentRuleSets()).flatMap(({ facts }) => facts);
  const fields = declarationProblems(input, asked);
  if (Object.keys(fields).length > 0) throw invalidInput(fields);
  return writeOnce(intend('applicant.declare', input, caller), async (t) => {
    const made = idFrom(
      caller.person,
      caller.requestKey,
      hostId === null ? 'fact' : suffixOf(hostId),
    );
    const stated = { id: `${shopId}.d${made}`, fact, value, year };
    const data = await changeFacts(t, input, (facts) => [
      ...facts.map((earlier) =>
        earlier.fact === fact && earlier.year === year && earlier.withdrawnAt === null
          ? { ...earlier, withdrawnAt: caller.now }
          : earlier,
      ),
      { ...stated, declaredAt: caller.now, withdrawnAt: null },
    ]);
    return { shopId, data };
  });
};
