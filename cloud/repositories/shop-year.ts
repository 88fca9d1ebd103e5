import type { YearDelta } from '../../src/domain/sales/year-totals';
import { isSelfHostId, selfHostIdOf } from '../../src/domain/shop/ids';
import { yearTotalsId } from './ids';

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

/** Ids of the years that a store's year has beside those of its shards. */
export function ownYearIds(shopId: string, year: number): string[] {
  return [shopId, selfHostIdOf(shopId)].map((subjectId) => yearTotalsId(subjectId, year));
}
