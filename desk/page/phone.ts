import { appAddress, type PersonId } from './people';
import type { NavigationBar } from './navigation-bar';
import { readShareMessage, SHARE_MESSAGES, type SharedCard } from './share-message';

/** Events of the phone. */
export interface PhoneEvents {
  /** A card was shared; the app's own button or the menu asked for it. */
  readonly onCard: (card: SharedCard) => void;
  /** The menu asked, and the page has no card or did not answer in time. */
  readonly onNoCard: () => void;
}

const ANSWER_MS = 1000;

/** The app in its frame. */
export class Phone {
  private frame: HTMLIFrameElement | null = null;
  private waiting: number | undefined;

  constructor(
    private readonly screen: HTMLElement,
    private readonly bar: NavigationBar,
    private readonly events: PhoneEvents,
  ) {
    window.addEventListener('message', (event) => this.handleMessage(event));
  }

  /**
   * Opens a page of the app in a new start, as WeChat does for a card.
   * @param label read aloud for the frame
   */
  open(person: PersonId, path: string, label: string): void {
    this.stopWaiting();
    // A new frame each time: setting `src` would only change the hash when nothing else differs.
    const frame = document.createElement('iframe');
    frame.className = 'phone__app';
    frame.title = label;
    frame.name = 'app';
    frame.src = appAddress(person, path, document.documentElement.dataset.face ?? 'h5');
    this.close();
    this.screen.prepend(frame);
    this.frame = frame;
    this.bar.follow(frame, path);
  }

  /** Takes the app off the screen. */
  close(): void {
    this.stopWaiting();
    this.frame?.remove();
    this.frame = null;
    this.bar.follow(null, '');
  }

  /** Asks the app for the card of the page that is shown. */
  requestCard(): void {
    this.stopWaiting();
    this.frame?.contentWindow?.postMessage(
      { type: SHARE_MESSAGES.request },
      window.location.origin,
    );
    this.waiting = window.setTimeout(() => this.handleNoCard(), ANSWER_MS);
  }

  private handleMessage(event: MessageEvent): void {
    const source = this.frame?.contentWindow;
    if (!source) return;
    const answer = readShareMessage(event, { origin: window.location.origin, source });
    if (!answer) return;
    if (answer.card) {
      this.stopWaiting();
      this.events.onCard(answer.card);
    } else if (this.waiting !== undefined) this.handleNoCard();
  }

  private handleNoCard(): void {
    this.stopWaiting();
    this.events.onNoCard();
  }

  private stopWaiting(): void {
    window.clearTimeout(this.waiting);
    this.waiting = undefined;
  }
}
