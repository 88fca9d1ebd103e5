import { addDays, type ChinaDay, type ChinaMonth, weekdayOf } from '../time';

/** The Monday of the week of a day. */
function mondayOf(day: ChinaDay): ChinaDay {
  return addDays(day, 1 - weekdayOf(day));
}

/** The seven days of the week of a day, Monday first. */
export function weekOf(day: ChinaDay): ChinaDay[] {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** The weeks that a month touches, each from Monday to Sunday: four to six. */
export function weeksOf(month: ChinaMonth): ChinaDay[][] {
  const weeks: ChinaDay[][] = [];
  let monday = mondayOf(`${month}-01`);
  do {
    weeks.push(weekOf(monday));
    monday = addDays(monday, 7);
  } while (monday.startsWith(month));
  return weeks;
}

/** The month `count` after a month. */
export function addMonths(month: ChinaMonth, count: number): ChinaMonth {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** A session in a week: minutes from the start of the China day on which it begins. */
export interface Slot {
  readonly id: string;
  readonly day: ChinaDay;
  readonly from: number;
  readonly to: number;
}

/** A slot beside others that take some of the same time on its day. */
export interface PlacedSlot extends Slot {
  /** Its column, from 0, of `lanes`. */
  readonly lane: number;
  readonly lanes: number;
}

/** Some hours of a week; folded where no session of the week takes any of them. */
export interface HourBand {
  readonly from: number;
  readonly to: number;
  readonly isFolded: boolean;
}

const BAND_HOURS = 2;
/** Shorter gaps than this stay open: folding them would save nothing. */
const MIN_FOLDED_HOURS = 4;

/** The hours of a week that have sessions, with longer gaps between them folded. */
export function hourBands(slots: readonly Slot[]): HourBand[] {
  if (slots.length === 0) return [];
  const band = BAND_HOURS * 60;
  const first = Math.floor(Math.min(...slots.map(({ from }) => from)) / band);
  const last = Math.ceil(Math.max(...slots.map(({ to }) => to)) / band);
  const bands: { from: number; to: number; isFolded: boolean }[] = [];
  for (let index = first; index < last; index += 1) {
    const [from, to] = [index * band, (index + 1) * band];
    const isFolded = slots.every((slot) => slot.to <= from || slot.from >= to);
    const before = bands[bands.length - 1];
    if (isFolded && before?.isFolded === true) before.to = to;
    else bands.push({ from, to, isFolded });
  }
  return bands.flatMap(({ from, to, isFolded }) =>
    isFolded && to - from < MIN_FOLDED_HOURS * 60
      ? [{ from, to, isFolded: false }]
      : [{ from, to, isFolded }],
  );
}

/** Places slots of one day that overlap beside each other. */
export function inLanes(slots: readonly Slot[]): PlacedSlot[] {
  const placed: (Slot & { lane: number; group: number })[] = [];
  let group = 0;
  let groupEnd = -Infinity;
  let ends: number[] = [];
  for (const slot of [...slots].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (slot.from >= groupEnd) {
      group += 1;
      ends = [];
    }
    const free = ends.findIndex((end) => end <= slot.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = slot.to;
    groupEnd = Math.max(...ends);
    placed.push({ ...slot, lane, group });
  }
  return placed.map(({ group: own, ...slot }) => {
    const lanes = placed.filter((other) => other.group === own).map(({ lane }) => lane);
    return { ...slot, lanes: Math.max(...lanes) + 1 };
  });
}
