import type { Departure } from './departure';
import { YEAR_DAYS } from './season';

/** Traits of a history that can be seen on the day of a forecast, and how far it looks ahead. */
export interface HistoryKind {
  /** Whether sales have risen beyond the season, have fallen lately, or neither. */
  readonly trend: 'rising' | 'level' | 'falling';
  readonly length: 'under_year' | 'year';
  /** Whether more than a tenth of the weeks of the last half year are without sales. */
  readonly weeks: 'busy' | 'gaps';
  /** Until the end of the year: more than half a year, more than two months, or less. */
  readonly ahead: 'far' | 'middle' | 'near';
}

const HALF_YEAR_DAYS = 182;
const NEAR_DAYS = 61;
const MAX_QUIET_SHARE = 0.1;

/** Share of the weeks of the last half year, from the first sale on, without sales. */
function quietShare(net: readonly number[], first: number): number {
  let [weeks, quiet] = [0, 0];
  const earliest = Math.max(first, net.length - HALF_YEAR_DAYS);
  for (let end = net.length; end - 7 >= earliest; end -= 7) {
    weeks += 1;
    if (!net.slice(end - 7, end).some((fen) => fen > 0)) quiet += 1;
  }
  return weeks === 0 ? 0 : quiet / weeks;
}

/**
 * The kind of a history.
 * @param net net of each day until today, fen.
 * @param ahead days from tomorrow to the end of the year.
 */
export function historyKindOf(
  net: readonly number[],
  { growth, fade }: Departure,
  ahead: number,
): HistoryKind {
  const first = Math.max(
    0,
    net.findIndex((fen) => fen > 0),
  );
  const rising = growth > 0 ? 'rising' : 'level';
  const far = ahead > HALF_YEAR_DAYS ? 'far' : 'middle';
  return {
    trend: fade > 0 ? 'falling' : rising,
    length: net.length - first > YEAR_DAYS ? 'year' : 'under_year',
    weeks: quietShare(net, first) > MAX_QUIET_SHARE ? 'gaps' : 'busy',
    ahead: ahead <= NEAR_DAYS ? 'near' : far,
  };
}
