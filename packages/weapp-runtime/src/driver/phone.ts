import type { CompiledBuild } from '../compile/build';
import { launch } from '../host/launch';
import { memoryStorage } from '../host/memory-storage';
import type { Program } from '../host/program';
import { MAX_TOTAL_BYTES } from '../host/wx/storage';
import type { CloudTransport, SharedCard } from '../host/types';
import { holdElement, tapElement, typeInto } from './finger';
import { ScreenReader, type Words } from './screen-reader';

/** How long to wait for something to appear. */
const MAX_WAIT_MS = 10_000;
const POLL_MS = 10;
/** What takes up all room on a full device. */
const FILLER_KEY = 'filler';
/** A timeout of the program that is due within so many ms is waited for. */
const SOON_MS = 40;
/** So many turns in a row without a pending call, a frame or a timeout that is due soon: settled. */
const QUIET_TURNS = 3;
/** So many turns in a row without a pending call: settled, whatever the program's timers do. */
const IDLE_TURNS = 40;

/** What a phone needs. */
export interface PhoneOptions {
  readonly build: CompiledBuild;
  readonly cloud: CloudTransport;
  readonly clock?: () => number;
  /** Minutes of the time zone ahead of UTC. */
  readonly zoneMinutes?: number;
  /** Whether a canvas gives a picture; default true. */
  readonly canDraw?: boolean;
  /** WeChat's font size as a multiple of the standard one; default 1. */
  readonly fontScale?: number;
}

/** A call of the program to a function, with its answer. */
export interface RecordedCall {
  readonly name: string;
  readonly event: unknown;
  readonly answer: unknown;
}

/** A phone in a test: it opens the program, taps, types and waits. Its storage outlives a program. */
export class Phone {
  /** Every card that was shared. */
  readonly cards: SharedCard[] = [];
  /** Every call to a function. */
  readonly calls: RecordedCall[] = [];
  private readonly storage = memoryStorage();
  private running: Program | null = null;
  private container: HTMLElement | null = null;
  private pendingCalls = 0;
  private losesAnswers = false;
  private isOnline = true;

  constructor(private readonly options: PhoneOptions) {}

  /** Whether a program runs on it. */
  get isOpen(): boolean {
    return this.running !== null;
  }

  /** The running program. */
  get program(): Program {
    if (!this.running) throw new Error('no program is open on this phone');
    return this.running;
  }

  get screen(): ScreenReader {
    return new ScreenReader(this.program);
  }

  /** Closes the running program, launches it again, and waits until the screen has settled. */
  async open(path?: string, scene?: number): Promise<void> {
    this.close();
    const container = document.createElement('div');
    this.container = container;
    document.body.append(container);
    const { build, clock, zoneMinutes, canDraw = true, fontScale = 1 } = this.options;
    this.running = launch({
      build,
      container,
      storage: this.storage,
      styles: false,
      canDraw,
      fontScale,
      ...(path === undefined ? {} : { path }),
      ...(scene === undefined ? {} : { scene }),
      ...(clock === undefined ? {} : { clock }),
      ...(zoneMinutes === undefined ? {} : { zoneMinutes }),
      isOnline: this.isOnline,
      cloud: (...call) => this.carry(...call),
      onShare: (card) => this.cards.push(card),
    });
    await this.settle();
  }

  /** Ends the running program, as WeChat does when it needs memory. */
  close(): void {
    this.running?.close();
    this.running = null;
    this.container?.remove();
  }

  /** With true, calls still reach the cloud, but their answers do not come back. */
  loseAnswers(isLost: boolean): void {
    this.losesAnswers = isLost;
  }

  /** Connects or disconnects the network, for this program and later ones. */
  async setOnline(isOnline: boolean): Promise<void> {
    this.isOnline = isOnline;
    this.running?.setOnline(isOnline);
    await this.settle();
  }

  /** Waits until no call is pending and the screen has had time to follow. */
  async settle(): Promise<void> {
    for (let idle = 0, quiet = 0; idle < IDLE_TURNS && quiet < QUIET_TURNS;) {
      await new Promise((done) => window.setTimeout(done, 1));
      const isIdle = this.pendingCalls === 0;
      idle = isIdle ? idle + 1 : 0;
      quiet = isIdle && this.running?.isQuietFor(SOON_MS) !== false ? quiet + 1 : 0;
    }
  }

  /** Waits until a condition holds. @throws Error with the screen's text when it does not */
  async until(what: string, holds: () => boolean): Promise<void> {
    const end = performance.now() + MAX_WAIT_MS;
    while (!holds()) {
      if (performance.now() > end) {
        throw new Error(`waited for ${what}; the screen shows: ${this.screen.text}`);
      }
      await new Promise((done) => window.setTimeout(done, POLL_MS));
    }
  }

  /** Waits until the screen shows a text. */
  async see(words: Words): Promise<void> {
    const isShown = (): boolean =>
      typeof words === 'string' ? this.screen.text.includes(words) : words.test(this.screen.text);
    await this.until(String(words), isShown);
  }

  /** Taps the element with exactly this text, or a line of it, then waits until the screen has settled. */
  async tap(words: Words, index = 0): Promise<void> {
    await this.until(`"${String(words)}" to tap`, () => this.screen.find(words).length > index);
    tapElement(this.screen.find(words)[index] as Element);
    await this.settle();
  }

  /** Taps an element that matches a selector. */
  async tapAt(selector: string, index = 0): Promise<void> {
    await this.until(`${selector} to tap`, () => this.screen.all(selector).length > index);
    tapElement(this.screen.all(selector)[index] as Element);
    await this.settle();
  }

  /** Holds an element that matches a selector for a long press. */
  async holdAt(selector: string, index = 0): Promise<void> {
    await this.until(`${selector} to hold`, () => this.screen.all(selector).length > index);
    await holdElement(this.screen.all(selector)[index] as Element);
    await this.settle();
  }

  /** With true, the device has no room for anything more; what it keeps can still be removed. */
  fillStorage(isFull: boolean): void {
    if (isFull) this.storage.set(FILLER_KEY, JSON.stringify('0'.repeat(MAX_TOTAL_BYTES)));
    else this.storage.delete(FILLER_KEY);
  }

  /** Taps twice without waiting in between. */
  async tapTwice(words: Words): Promise<void> {
    await this.until(`"${String(words)}" to tap`, () => this.screen.find(words).length > 0);
    const [element] = this.screen.find(words);
    tapElement(element as Element);
    tapElement(element as Element);
    await this.settle();
  }

  /** Types into the field with this placeholder or label. */
  async type(field: Words, text: string): Promise<void> {
    await this.until(`the field ${String(field)}`, () => this.screen.field(field) !== null);
    typeInto(this.screen.field(field) as HTMLInputElement, text);
    await this.settle();
  }

  /** Sets the value of the open sheet and confirms it. */
  async pick(value: string): Promise<void> {
    const field = this.program.screen.querySelector<HTMLInputElement>('.wx-sheet input');
    if (!field) throw new Error('no sheet for a date or time is open');
    field.value = value;
    await this.tap('确定');
  }

  private carry: CloudTransport = async (name, event, isIdentified) => {
    this.pendingCalls += 1;
    try {
      const answer = await this.options.cloud(name, event, isIdentified);
      this.calls.push({ name, event, answer: answer.result });
      if (this.losesAnswers) throw new Error('the answer was lost');
      return answer;
    } finally {
      this.pendingCalls -= 1;
    }
  };
}
