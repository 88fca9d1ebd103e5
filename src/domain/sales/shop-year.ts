import { isSelfHostId } from '../shop/ids';
import type { YearDelta } from './year-totals';

/**
 * Whether a year is added up in its store's documents of the year: those of all hosts but a
 * streamer's own one, which a store's year is read with, as is that of sales without a host.
 */
export function isInShopYear(subjectId: string): boolean {
  return subjectId.includes('.') && !isSelfHostId(subjectId);
}

/** What a store's document of a year keeps of a delta: days and returns are read of hosts only. */
export function inShopYear(delta: YearDelta): YearDelta {
  return delta.filter(({ path }) => path[0] !== 'days' && path[0] !== 'returns');
}
