import type { Case } from '../types';
import { aggregateCases } from './aggregates';
import { conflictCases } from './conflicts';
import { documentCases } from './documents';
import { limitCases } from './limits';
import { listCases } from './lists';
import { queryCases } from './queries';
import { transactionCases } from './transactions';
import { updateCases } from './updates';

/** All cases, in the order in which they are run and listed. */
export const CASES: readonly Case[] = [
  ...documentCases,
  ...queryCases,
  ...updateCases,
  ...aggregateCases,
  ...listCases,
  ...transactionCases,
  ...conflictCases,
  ...limitCases,
];
