import { forecast } from './forecast';
import type { PromotionId } from './promotion-ids';
import type { Crossing, Forecast, ForecastInput } from './types';

/** What would change a forecast: sessions in a week, or a promotion that is taken part in or not. */
export type Change =
  | { readonly kind: 'more_sessions' | 'fewer_sessions' }
  | { readonly kind: 'promotion'; readonly id: PromotionId; readonly takesPart: boolean };

/** When a threshold would be passed after a change. */
export interface ChangedCrossing {
  readonly change: Change;
  /** null: then there would be no forecast. */
  readonly crossing: Crossing | null;
  /** Whether the days are those of today's forecast. */
  readonly isSame: boolean;
}

/** Promotions that are looked at, the next ones: later ones hardly move the days. */
const MAX_PROMOTIONS = 2;

/**
 * The days on which a threshold would be passed if there were one session more or fewer in a week,
 * each like an ordinary one, or if a coming promotion were left out or taken part in. Each is the same
 * forecast with that one thing changed. Without sessions there is nothing to add to or to take from,
 * and with one a week or less none is taken away.
 * @param today the forecast as it stands, of the same input.
 */
export function changesOf(
  input: ForecastInput,
  today: Extract<Forecast, { kind: 'range' }>,
  thresholdId: string,
): ChangedCrossing[] {
  const { saleDaysPerWeek, promotionsAhead } = today.inputs;
  const times = input.salesTimes ?? 1;
  const crossingOf = (answer: Forecast): Crossing | null =>
    answer.kind === 'range'
      ? (answer.crossings.find(({ id }) => id === thresholdId) ?? null)
      : null;
  const before = crossingOf(today);
  const changed = (change: Change, parts: Partial<ForecastInput>): ChangedCrossing => {
    const crossing = crossingOf(forecast({ ...input, ...parts }));
    return { change, crossing, isSame: areSameDays(before, crossing) };
  };
  const sessions = (kind: 'more_sessions' | 'fewer_sessions', count: number) =>
    changed({ kind }, { salesTimes: (times * count) / saleDaysPerWeek });
  return [
    ...(saleDaysPerWeek > 0 ? [sessions('more_sessions', saleDaysPerWeek + 1)] : []),
    ...(saleDaysPerWeek > 1 ? [sessions('fewer_sessions', saleDaysPerWeek - 1)] : []),
    ...promotionsAhead.slice(0, MAX_PROMOTIONS).map(({ id, off }) => {
      const others = input.promotionsOff.filter((other) => other !== id);
      const promotionsOff = off ? others : [...others, id];
      return changed({ kind: 'promotion', id, takesPart: off }, { promotionsOff });
    }),
  ];
}

function areSameDays(a: Crossing | null, b: Crossing | null): boolean {
  return a?.earliest === b?.earliest && a?.likely === b?.likely && a?.latest === b?.latest;
}
