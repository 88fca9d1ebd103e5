import { readFields } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';
import { keyRange } from './live-sessions';
import { READ_LIMITS } from './read-limits';

/** A session of a series, as much as is needed to compare its time. */
export type SeriesSession = Pick<
  LiveSessionDoc,
  | '_id'
  | 'shopId'
  | 'keys'
  | 'startAt'
  | 'endAt'
  | 'startedAt'
  | 'endedAt'
  | 'state'
  | 'seriesClock'
  | 'sortKey'
>;

/** The sessions of a series in order, from the beginning or after a sort key. One call. */
export function sessionsOfSeries(
  seriesId: string,
  after: string | null = null,
): Promise<SeriesSession[]> {
  return readFields(
    'live_sessions',
    { seriesId, ...keyRange(after, null) },
    {
      orderBy: [['sortKey', 'asc']],
      limit: READ_LIMITS.sessionsOfSeries,
      fields: [
        '_id',
        'shopId',
        'keys',
        'startAt',
        'endAt',
        'startedAt',
        'endedAt',
        'state',
        'seriesClock',
        'sortKey',
      ],
    },
  );
}
