import { PROMOTION_IDS, type PromotionId } from '../domain/forecast/promotion-ids';
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
    return this.text(this.keyOf('shop'));
  }

  set shopId(shopId: string | null) {
    this.adapters.storage.set(this.keyOf('shop'), shopId);
  }

  /** Promotions in which the person does not take part; ids that this version lacks are left out. */
  get promotionsOff(): PromotionId[] {
    const kept = (this.text(this.keyOf('promotions-off')) ?? '').split(' ');
    return PROMOTION_IDS.filter((id) => kept.includes(id));
  }

  set promotionsOff(ids: readonly PromotionId[]) {
    this.adapters.storage.set(this.keyOf('promotions-off'), ids.join(' '));
  }

  /** Whether the schemes of other places are shown too, for comparison. */
  get withComparison(): boolean {
    return this.text(this.keyOf('comparison')) === 'on';
  }

  set withComparison(isOn: boolean) {
    this.adapters.storage.set(this.keyOf('comparison'), isOn ? 'on' : null);
  }

  /** The name that the person signs records of sessions with. */
  get signature(): string | null {
    return this.text(this.keyOf('signature'));
  }

  set signature(name: string | null) {
    this.adapters.storage.set(this.keyOf('signature'), name);
  }

  private keyOf(name: string): string {
    return `setting/${this.environment}/${this.person}/${name}`;
  }

  private text(key: string): string | null {
    const kept = this.adapters.storage.get(key);
    return typeof kept === 'string' ? kept : null;
  }
}
