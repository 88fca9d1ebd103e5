import { Failure } from '../../src/contract/failure';
import { writeOnce } from '../repositories/changes';
import { admit } from './admit';
import { changeFacts } from './applicant';
import { type Handler, intend } from './handler';

/** Takes a statement back: it stays on record with the date and no longer counts. */
export const applicantWithdraw: Handler<'applicant.withdraw'> = async (input, caller) => {
  const { shopId, declarationId } = input;
  await admit(shopId, caller, 'applicant.write');
  return writeOnce(intend('applicant.withdraw', input, caller), async (t) => {
    const data = await changeFacts(t, input, (facts) => {
      if (!facts.some(({ id }) => id === declarationId)) throw new Failure('not_found');
      return facts.map((fact) =>
        fact.id === declarationId && fact.withdrawnAt === null
          ? { ...fact, withdrawnAt: caller.now }
          : fact,
      );
    });
    return { shopId, data };
  });
};
