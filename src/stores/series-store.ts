import { makeAutoObservable } from 'mobx';

import type { OutputOf } from '../contract/endpoints';
import type { LiveSession } from '../contract/live-session';
import { LoadableMap } from './loadable-map';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** A session of a series. */
export type SeriesRow = OutputOf<'liveSession.series'>['items'][number];

/** The other sessions of a series that are planned. */
export interface SeriesRest {
  /** Those that come after and keep the series' clock time. */
  following: readonly SeriesRow[];
  /** How many there are, earlier ones and those that were moved apart included. */
  rest: number;
}

/** Sessions that were planned together. */
export class SeriesStore {
  private readonly series: LoadableMap<SeriesRow[]>;

  constructor(private readonly context: StoreContext) {
    this.series = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'series'>(this, { context: false, series: false });
  }

  /** The sessions of a series of which this is one: those that an edit of it would change along. */
  inSeries({ id, seriesId, startAt }: LiveSession): SeriesRest {
    const items = (seriesId === null ? null : this.series.get(seriesId).value) ?? [];
    const others = items.filter((row) => row.id !== id && row.state === 'scheduled');
    const following = others.filter((row) => !row.isApart && row.startAt > startAt);
    return { following, rest: others.length };
  }

  /** Reads the sessions of a series (`liveSession.series`). */
  async load(seriesId: string): Promise<void> {
    await this.series.load(
      seriesId,
      () => this.context.gateway.read('liveSession.series', { seriesId }),
      ({ items }) => items,
    );
  }

  reset(): void {
    this.series.reset();
  }
}

/** Sessions that were planned together. For `RootStore.lazy`. */
export function createSeriesStore({ context }: StoreParts): SeriesStore {
  return new SeriesStore(context);
}
