import { makeAutoObservable, observable } from 'mobx';

import { drawnSketch } from '../domain/cover/drawn';
import type { CoverSubject } from '../domain/drawing/commands';
import type { DrawnShareCard, ShareCard } from '../domain/share-card';
import type { Adapters } from '../platform/types';

/** Cards are drawn before the tap, because WeChat takes the answer of a share at once. */
export class ShareStore {
  private readonly pictures = new Map<string, string>();
  private readonly covers = observable.map<string, string>();
  /** Covers that are being drawn; each has its file once it is. */
  private readonly coversInWork = new Map<string, string | null>();
  private coversLeft = 0;
  private readonly cards = observable.map<string, DrawnShareCard>({}, { deep: false });
  private shownPath: string | null = null;

  constructor(private readonly adapters: Pick<Adapters, 'share' | 'canvas'>) {
    makeAutoObservable<
      this,
      'adapters' | 'pictures' | 'covers' | 'coversInWork' | 'coversLeft' | 'cards' | 'shownPath'
    >(this, {
      adapters: false,
      pictures: false,
      covers: false,
      coversInWork: false,
      coversLeft: false,
      cards: false,
      shownPath: false,
    });
  }

  /** Whether an in-page button posts the card itself (H5); in WeChat it must be an open-type one. */
  get canPost(): boolean {
    return this.adapters.share.canPost;
  }

  /** Whether the program was last opened from a card in a group chat. */
  get isFromGroup(): boolean {
    return this.adapters.share.isFromGroup();
  }

  /** Id of the canvas that a page with a card shows, see `ShareCanvas`; null where none is needed. */
  get canvasId(): string | null {
    return this.adapters.canvas.elementId;
  }

  /** The card that opens `path`; null until it is prepared. */
  card(path: string): DrawnShareCard | null {
    return this.cards.get(path) ?? null;
  }

  /**
   * Makes the card of the page that is shown ready: at once without a picture, a moment later with
   * it. Called when the page is shown and when its content changes.
   */
  async prepare(card: ShareCard): Promise<void> {
    const { title, path, picture } = card;
    const drawing = JSON.stringify(picture.commands);
    this.shownPath = path;
    this.keep({ title, path, picture: this.pictures.get(drawing) ?? null });
    if (this.pictures.has(drawing)) return;
    const file = await this.adapters.canvas.draw(drawnSketch(picture));
    if (file === null) return;
    this.pictures.set(drawing, file);
    this.keep({ title, path, picture: file });
  }

  /** The picture of a cover; null until {@link drawCover} has drawn it. */
  coverPicture(cover: CoverSubject): string | null {
    return this.covers.get(JSON.stringify(cover)) ?? null;
  }

  /** Draws a cover, once, on the canvas of the shown page. Those of a page are shown together. */
  async drawCover(cover: CoverSubject): Promise<void> {
    const key = JSON.stringify(cover);
    if (this.covers.has(key) || this.coversInWork.has(key)) return;
    this.coversInWork.set(key, null);
    this.coversLeft += 1;
    const { width, height } = cover;
    const command = { op: 'cover', x: 0, y: 0, radius: 0, isGray: false, ...cover } as const;
    const sketch = { width, height, commands: [command] };
    const file = await this.adapters.canvas.draw(drawnSketch(sketch));
    this.coversInWork.set(key, file);
    this.coversLeft -= 1;
    if (this.coversLeft === 0) this.showCovers();
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
    this.covers.clear();
    this.cards.clear();
    this.shownPath = null;
    this.adapters.share.setCard(null);
  }

  private showCovers(): void {
    for (const [key, file] of this.coversInWork) if (file !== null) this.covers.set(key, file);
    this.coversInWork.clear();
  }

  private keep(card: DrawnShareCard): void {
    this.cards.set(card.path, card);
    if (this.shownPath === card.path) this.adapters.share.setCard(card);
  }
}
