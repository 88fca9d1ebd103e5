import { incentiveHosts } from '../../../src/contract/incentive';
import { ruleSetsToSend } from '../../../src/domain/incentive/schemes';
import { read } from '../../endpoint/read';
import { ladderOf } from './ladder';

/** Every host of a store on the ladder. Four calls, two more from a thousand hosts on. */
export const endpoint = read(
  incentiveHosts,
  { needs: 'incentive.read' },
  async ({ input: { year, knownRuleSets }, caller: { now }, shop }) => {
    const { standings, ruleSets, ...rest } = await ladderOf(shop, year, now);
    const { ladder } = rest;
    return {
      year,
      asOf: now,
      ...rest,
      hosts: standings.map((standing) => ({ ...standing, missing: [...standing.missing] })),
      ruleSets: ruleSetsToSend(ruleSets, ladder === null ? [] : [ladder], knownRuleSets),
    };
  },
);
