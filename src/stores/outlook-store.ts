import { makeAutoObservable } from 'mobx';

import { forecast, PROMOTION_IDS, type Forecast, type PromotionId } from '../domain/forecast';
import type { AwardAnswer } from '../domain/incentive';
import { neededFor } from '../domain/incentive/risk';
import { chinaDayOf } from '../domain/time';
import type { ProgressView } from './incentive-store';
import type { Settings } from './settings';

/** The first sum, in fen, that passes each tier of an award; lowest first. */
export function thresholdsOf(award: AwardAnswer): { id: string; neededFen: number }[] {
  return award.tiers.flatMap(({ tierId, conditions }) => {
    const own = conditions.find(({ metric }) => metric === award.metric);
    return own ? [{ id: tierId, neededFen: neededFor(own) }] : [];
  });
}

/**
 * How a year may go on. Worked out on the device from the days the cloud sent, so that switching a
 * promotion needs no network; the promotions left out are remembered on the device.
 */
export class OutlookStore {
  promotionsOff: readonly PromotionId[];
  /** Screens draw more often than anything changes. */
  private readonly known = new WeakMap<ProgressView, Map<string, Forecast>>();

  constructor(private readonly settings: Settings) {
    this.promotionsOff = this.remembered();
    makeAutoObservable<this, 'settings' | 'known'>(this, { settings: false, known: false });
  }

  /** Whether a promotion's days are counted as such. */
  takesPart(id: PromotionId): boolean {
    return !this.promotionsOff.includes(id);
  }

  setTakesPart(id: PromotionId, takesPart: boolean): void {
    const others = this.promotionsOff.filter((off) => off !== id);
    this.promotionsOff = takesPart ? others : [...others, id];
    this.settings.promotionsOff = this.promotionsOff;
  }

  /**
   * The forecast along an award's tiers.
   * @returns null for awards that do not measure sales, and for years that are not running.
   */
  outlook(view: ProgressView, award: AwardAnswer): Forecast | null {
    if (award.metric !== 'net_sales' || view.path === null) return null;
    const thresholds = thresholdsOf(award);
    const key = JSON.stringify([thresholds, this.promotionsOff]);
    const ofView = this.known.get(view) ?? new Map<string, Forecast>();
    const today = chinaDayOf(view.asOf);
    const { path, year } = view;
    const { promotionsOff } = this;
    const found = ofView.get(key) ?? forecast({ path, today, year, thresholds, promotionsOff });
    this.known.set(view, ofView.set(key, found));
    return found;
  }

  /** Another person has other promotions. */
  reset(): void {
    this.promotionsOff = this.remembered();
  }

  private remembered(): PromotionId[] {
    const kept = this.settings.promotionsOff;
    return PROMOTION_IDS.filter((id) => kept.includes(id));
  }
}
