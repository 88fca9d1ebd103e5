import { barButtonOf } from './bar-button';
import { HOME } from './people';

/** How often the bar looks at the app: often enough to seem immediate, too seldom to cost anything. */
const LOOK_MS = 150;

/** Words of the bar's button. */
export interface BarWords {
  readonly back: string;
  readonly home: string;
}

/**
 * The bar that WeChat draws over every page: its title and the way back. The app only sets the
 * title and the address; H5 has no bar of its own.
 */
export class NavigationBar {
  private frame: HTMLIFrameElement | null = null;
  private opened = HOME;
  private words: BarWords = { back: '', home: '' };

  constructor(
    private readonly title: HTMLElement,
    private readonly button: HTMLElement,
  ) {
    button.addEventListener('click', () => this.handleTap());
    window.setInterval(() => this.look(), LOOK_MS);
  }

  /** Follows an app that was opened with `path`; null when there is none. */
  follow(frame: HTMLIFrameElement | null, path: string): void {
    this.frame = frame;
    this.opened = path;
    this.look();
  }

  speak(words: BarWords): void {
    this.words = words;
    this.look();
  }

  private get shown(): string {
    return this.frame?.contentWindow?.location.hash.slice(1) ?? '';
  }

  private look(): void {
    this.title.textContent = this.frame?.contentDocument?.title ?? '';
    const kind = this.frame === null ? 'none' : barButtonOf(this.shown, this.opened);
    this.button.hidden = kind === 'none';
    this.button.dataset.kind = kind;
    if (kind !== 'none') this.button.setAttribute('aria-label', this.words[kind]);
  }

  private handleTap(): void {
    const app = this.frame?.contentWindow;
    if (!app) return;
    if (this.button.dataset.kind === 'home') app.location.hash = `#${HOME}`;
    else app.history.back();
  }
}
