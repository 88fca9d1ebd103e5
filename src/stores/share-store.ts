import { makeAutoObservable, observable } from 'mobx';

import type { Adapters, Drawing, ReadyCard } from '../platform/types';

/** A card as `domain/share-card` lays it out. */
export interface PlannedCard {
  readonly title: string;
  readonly path: string;
  readonly picture: Drawing;
}

/** Cards are drawn before the tap, because WeChat takes the answer of a share at once. */
export class ShareStore {
  private readonly pictures = new Map<string, string>();
  private readonly cards = observable.map<string, ReadyCard>({}, { deep: false });
  private shownPath: string | null = null;

  constructor(private readonly adapters: Pick<Adapters, 'share' | 'canvas'>) {
    makeAutoObservable<this, 'adapters' | 'pictures' | 'cards' | 'shownPath'>(this, {
      adapters: false,
      pictures: false,
      cards: false,
      shownPath: false,
    });
  }

  /** Whether an in-page button posts the card itself (H5); in WeChat it must be an open-type one. */
  get canPost(): boolean {
    return this.adapters.share.canPost;
  }

  /** The card that opens `path`; null until it is prepared. */
  card(path: string): ReadyCard | null {
    return this.cards.get(path) ?? null;
  }

  /**
   * Makes the card of the page that is shown ready: at once without a picture, a moment later with
   * it. Called when the page is shown and when its content changes.
   */
  async prepare(plan: PlannedCard): Promise<void> {
    const drawn = JSON.stringify(plan.picture.commands);
    this.shownPath = plan.path;
    this.keep({ title: plan.title, path: plan.path, picture: this.pictures.get(drawn) ?? null });
    if (this.pictures.has(drawn)) return;
    const picture = await this.adapters.canvas.draw(plan.picture);
    if (picture === null) return;
    this.pictures.set(drawn, picture);
    this.keep({ title: plan.title, path: plan.path, picture });
  }

  /** The page with this card is no longer shown. */
  leave(path: string): void {
    if (this.shownPath !== path) return;
    this.shownPath = null;
    this.adapters.share.setCard(null);
  }

  /** Puts the card into the chat beside the frame (H5). False when it is not prepared. */
  post(path: string): boolean {
    const card = this.card(path);
    if (card) this.adapters.share.post(card);
    return card !== null;
  }

  reset(): void {
    this.pictures.clear();
    this.cards.clear();
    this.shownPath = null;
    this.adapters.share.setCard(null);
  }

  private keep(card: ReadyCard): void {
    this.cards.set(card.path, card);
    if (this.shownPath === card.path) this.adapters.share.setCard(card);
  }
}
