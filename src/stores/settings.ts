import { PROMOTION_IDS, type PromotionId } from '../domain/forecast/promotions';
import type { Adapters } from '../platform/types';

/** Small choices that outlive the program's version. */
export class Settings {
  private readonly environment: string;
  private readonly person: string;

  constructor(private readonly adapters: Pick<Adapters, 'storage' | 'scope'>) {
    this.environment = encodeURIComponent(adapters.scope.environment);
    this.person = encodeURIComponent(adapters.scope.person);
  }

  /** The language is the device's, not a person's: it is asked before anybody is known. */
  get lang(): string | null {
    return this.text('setting/lang');
  }

  set lang(lang: string | null) {
    this.adapters.storage.set('setting/lang', lang);
  }

  /** The store a person last worked in. */
  get shopId(): string | null {
    return this.text(this.shopKey);
  }

  set shopId(shopId: string | null) {
    this.adapters.storage.set(this.shopKey, shopId);
  }

  /** Promotions in which the person does not take part; ids that this version lacks are left out. */
  get promotionsOff(): PromotionId[] {
    const kept = (this.text(this.promotionsKey) ?? '').split(' ');
    return PROMOTION_IDS.filter((id) => kept.includes(id));
  }

  set promotionsOff(ids: readonly PromotionId[]) {
    this.adapters.storage.set(this.promotionsKey, ids.join(' '));
  }

  /** The name that the person signs records of sessions with. */
  get signature(): string | null {
    return this.text(this.signatureKey);
  }

  set signature(name: string | null) {
    this.adapters.storage.set(this.signatureKey, name);
  }

  private get signatureKey(): string {
    return `setting/${this.environment}/${this.person}/signature`;
  }

  private get promotionsKey(): string {
    return `setting/${this.environment}/${this.person}/promotions-off`;
  }

  private get shopKey(): string {
    return `setting/${this.environment}/${this.person}/shop`;
  }

  private text(key: string): string | null {
    const kept = this.adapters.storage.get(key);
    return typeof kept === 'string' ? kept : null;
  }
}
