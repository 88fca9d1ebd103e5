import { makeAutoObservable } from 'mobx';

import type { Forecast, PromotionId } from '../domain/forecast';
import type { AwardAnswer } from '../domain/incentive';
import { outlookOf } from '../domain/incentive/outlook';
import { chinaDayOf } from '../domain/time';
import type { IncentiveStore, ProgressView } from './incentive-store';
import type { StoreParts } from './root-store';
import type { Settings } from './settings';

/**
 * How a year may continue, for the pages that try out promotions. The device computes it from the
 * days that the cloud sent, so that switching a promotion needs no network; the promotions left out
 * are kept on the device, and the next answer of the cloud uses them.
 */
export class OutlookStore {
  promotionsOff: readonly PromotionId[];
  /** A screen draws more often than a forecast changes. */
  private readonly known = new WeakMap<ProgressView, Map<string, Forecast | null>>();

  constructor(
    private readonly settings: Settings,
    private readonly incentives: IncentiveStore,
  ) {
    this.promotionsOff = settings.promotionsOff;
    makeAutoObservable<this, 'settings' | 'incentives' | 'known'>(this, {
      settings: false,
      incentives: false,
      known: false,
    });
  }

  /** Counts a promotion's days as such or not, and reads the store's progress with the change. */
  setTakesPart(shopId: string, id: PromotionId, takesPart: boolean): void {
    const others = this.promotionsOff.filter((off) => off !== id);
    this.promotionsOff = takesPart ? others : [...others, id];
    this.settings.promotionsOff = this.promotionsOff;
    void this.incentives.refresh(shopId);
  }

  /**
   * The forecast along an award's tiers.
   * @returns null for awards that do not measure sales, and for years that are not running.
   */
  outlook(view: ProgressView, award: AwardAnswer): Forecast | null {
    const { promotionsOff } = this;
    const key = `${award.awardId} ${promotionsOff.join(' ')}`;
    const ofView = this.known.get(view) ?? new Map<string, Forecast | null>();
    const known = ofView.get(key);
    if (known !== undefined) return known;
    const { path, year } = view;
    const found = outlookOf(award, { path, today: chinaDayOf(view.asOf), year, promotionsOff });
    this.known.set(view, ofView.set(key, found));
    return found;
  }

  /** Another person has other promotions. */
  reset(): void {
    this.promotionsOff = this.settings.promotionsOff;
  }
}

/** The outlook store of the merchant's package. */
export function createOutlookStore({ settings, incentives }: StoreParts): OutlookStore {
  return new OutlookStore(settings, incentives);
}
