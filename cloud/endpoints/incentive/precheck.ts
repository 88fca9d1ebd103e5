import { Failure } from '../../../src/contract/failure';
import { incentivePrecheck } from '../../../src/contract/incentive';
import { precheckSchemes } from '../../../src/domain/incentive/precheck';
import { ruleSetsFor, ruleSetsToSend } from '../../../src/domain/incentive/schemes';
import { chinaDayOf, yearOf } from '../../../src/domain/time';
import { publicRead } from '../../endpoint/read';
import { currentRuleSets } from '../../repositories/rule-sets';

/** Three answers held against the ladders; nothing is stored and no identity is needed. */
export const endpoint = publicRead(incentivePrecheck, async ({ input, now }) => {
  const { withComparison, scheme, ...answers } = input;
  const all = await currentRuleSets();
  const ruleSets =
    scheme === null
      ? ruleSetsFor(all, { withComparison })
      : all.filter(({ ruleSetId }) => ruleSetId === scheme);
  if (scheme !== null && ruleSets.length === 0) throw new Failure('not_found');
  const schemes = precheckSchemes(ruleSets, { ...answers, year: yearOf(chinaDayOf(now)) });
  return { schemes, ruleSets: ruleSetsToSend(ruleSets, schemes, []) };
});
