import type { CheckedInputOf } from '../../src/contract/endpoints';
import type { FieldIssues } from '../../src/contract/errors';
import { invalidInput } from '../../src/contract/failure';
import type { RuleSet } from '../../src/domain/incentive/rule-set';
import { writeOnce } from '../repositories/changes';
import { idFrom, suffixOf } from '../repositories/ids';
import { currentRuleSets } from '../repositories/rule-sets';
import { admit } from './admit';
import { changeFacts } from './applicant';
import { type Handler, intend } from './handler';

/** Whether the fact is asked of this kind of applicant, as this type, for a year or for good. */
function check(input: CheckedInputOf<'applicant.declare'>, ruleSets: readonly RuleSet[]): void {
  const subject = input.hostId === null ? 'shop' : 'host';
  const asked = ruleSets.flatMap(({ facts }) => facts);
  const rule = asked.find((one) => one.fact === input.fact && one.subject === subject);
  const fields: FieldIssues = {};
  if (rule === undefined) fields['fact'] = 'not_a_choice';
  else {
    const type = rule.type === 'money' ? 'number' : 'boolean';
    if (typeof input.value !== type) fields['value'] = 'wrong_type';
    if (rule.perYear && input.year === null) fields['year'] = 'required';
    if (!rule.perYear && input.year !== null) fields['year'] = 'unknown_field';
  }
  if (Object.keys(fields).length > 0) throw invalidInput(fields);
}

/** States a fact; an earlier statement of the same fact stays on record, withdrawn. */
export const applicantDeclare: Handler<'applicant.declare'> = async (input, caller) => {
  const { shopId, hostId, fact, value, year } = input;
  await admit(shopId, caller, 'applicant.write');
  check(input, await currentRuleSets());
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
