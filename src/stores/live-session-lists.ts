import type { LiveSessionRow, LiveSessionTab } from '../contract/live-session';
import type { Paged } from './paged';
import { stageOf } from '../domain/live-session/stage';

const TABS: Readonly<Record<LiveSessionTab, true>> = {
  all: true,
  upcoming: true,
  on_air: true,
  unconfirmed: true,
  to_record: true,
  ended: true,
  cancelled: true,
};

/** Every tab. Not the contract's own list, because that comes with its schemas. */
export const LIST_TABS = Object.keys(TABS) as readonly LiveSessionTab[];

/** Tabs that ask for something to be done, and the one that says what comes next. */
export const TODO_TABS = ['on_air', 'unconfirmed', 'to_record', 'upcoming'] as const;

/** Where their first rows stand in the answer of `liveSession.todo`. */
export const TODO_PARTS = {
  on_air: 'onAir',
  unconfirmed: 'unconfirmed',
  to_record: 'toRecord',
  upcoming: 'upcoming',
} as const;

/** Key of a list: one store's tab. */
export const listKey = (shopId: string, tab: LiveSessionTab): string => `${shopId}/${tab}`;

interface Waiting {
  readonly onAir: readonly LiveSessionRow[];
  readonly unconfirmed: readonly LiveSessionRow[];
  readonly toRecord: readonly LiveSessionRow[];
}

/** The ids of what stands above a list: what is on air, and the first ones of each kind that waits. */
export function idsAbove({ onAir, unconfirmed, toRecord }: Waiting, maxOfAKind: number): string[] {
  const waiting = [unconfirmed, toRecord].flatMap((rows) => rows.slice(0, maxOfAKind));
  return [...onAir, ...waiting].map(({ id }) => id);
}

/** Whether a session belongs under a tab, as far as the device can tell until it asks again. */
function belongsTo(tab: LiveSessionTab, row: LiveSessionRow): boolean {
  // The evening stands for its pieces.
  if (row.parentId !== null) return false;
  switch (tab) {
    case 'all':
      return true;
    case 'upcoming':
      return row.state === 'scheduled';
    case 'on_air':
    case 'to_record':
      return stageOf(row.state, row.figures.entryCount > 0) === tab;
    case 'unconfirmed':
    case 'ended':
    case 'cancelled':
      return row.state === tab;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Upcoming is soonest first, every other tab latest first; equal times by id, as the cloud has it. */
function inListOrder(tab: LiveSessionTab) {
  return (a: LiveSessionRow, b: LiveSessionRow): number => {
    const order = compare(a.startAt, b.startAt) || compare(a.id, b.id);
    return tab === 'upcoming' ? order : -order;
  };
}

/**
 * The ids of a list with a changed session where it belongs. Beyond the pages read so far it is
 * left out: the next page brings it, in its place.
 * @param rowOf sessions of the list; the changed one as it was before
 */
export function placed(
  list: Paged<string>,
  row: LiveSessionRow,
  tab: LiveSessionTab,
  rowOf: (id: string) => LiveSessionRow | undefined,
): readonly string[] {
  const isThere = list.items.includes(row.id);
  const belongs = belongsTo(tab, row);
  const isInPlace = isThere ? rowOf(row.id)?.startAt === row.startAt : true;
  if (isThere === belongs && isInPlace) return list.items;
  const others = list.items.filter((id) => id !== row.id);
  if (!belongs) return others;
  const order = inListOrder(tab);
  const place = others.findIndex((id) => {
    const other = rowOf(id);
    return other !== undefined && order(row, other) < 0;
  });
  if (place >= 0) return [...others.slice(0, place), row.id, ...others.slice(place)];
  return list.isComplete ? [...others, row.id] : others;
}
