import type { CompiledBuild } from '../compile/build';
import { launch } from '../host/launch';
import { memoryStorage } from '../host/memory-storage';
import type { Program } from '../host/program';
import type { CloudTransport, SharedCard } from '../host/types';
import { tapElement, typeInto } from './finger';
import { ScreenReader, type Words } from './screen-reader';

/** How long something may take to appear, ms. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 10;
/** Looks in a row without a call under way until the screen counts as still. */
const STILL_LOOKS = 4;

/** What a phone is made of. */
export interface PhoneOptions {
  readonly build: CompiledBuild;
  readonly cloud: CloudTransport;
  readonly clock?: () => number;
}

/** A call the program made, and how it was answered. */
export interface HeardCall {
  readonly name: string;
  readonly event: unknown;
  readonly answer: unknown;
}

/** A person's phone in a test: opens programs, taps, types, waits. Its storage outlives a program. */
export class Phone {
  readonly cards: SharedCard[] = [];
  /** Every call since the phone was made. */
  readonly calls: HeardCall[] = [];
  private readonly storage = memoryStorage();
  private running: Program | null = null;
  private container: HTMLElement | null = null;
  private underWay = 0;
  private losesAnswers = false;
  private isOnline = true;

  constructor(private readonly options: PhoneOptions) {}

  /** The running program. */
  get program(): Program {
    if (!this.running) throw new Error('no program is open on this phone');
    return this.running;
  }

  get screen(): ScreenReader {
    return new ScreenReader(this.program);
  }

  /** Opens the program cold, ending the one that runs, and waits until the screen is still. */
  async open(path?: string, scene?: number): Promise<void> {
    this.close();
    const container = document.createElement('div');
    this.container = container;
    document.body.append(container);
    const { build, clock } = this.options;
    this.running = launch({
      build,
      container,
      storage: this.storage,
      styles: false,
      ...(path === undefined ? {} : { path }),
      ...(scene === undefined ? {} : { scene }),
      ...(clock === undefined ? {} : { clock }),
      isOnline: this.isOnline,
      cloud: (...call) => this.carry(...call),
      onShare: (card) => this.cards.push(card),
    });
    await this.settle();
  }

  /** Ends the running program, as when WeChat throws it out. */
  close(): void {
    this.running?.close();
    this.running = null;
    this.container?.remove();
  }

  /** From now on the cloud does what is asked and its answers are lost on the way. */
  loseAnswers(isLost: boolean): void {
    this.losesAnswers = isLost;
  }

  /** Goes on or off the network, for this program and the next ones. */
  async setOnline(isOnline: boolean): Promise<void> {
    this.isOnline = isOnline;
    this.running?.setOnline(isOnline);
    await this.settle();
  }

  /** Waits until nothing is under way and the screen had time to follow. */
  async settle(): Promise<void> {
    for (let still = 0; still < STILL_LOOKS;) {
      await new Promise((done) => window.setTimeout(done, LOOK_MS));
      still = this.underWay === 0 ? still + 1 : 0;
    }
  }

  /** Waits until a condition holds. @throws Error with the screen's text when it never does */
  async until(what: string, holds: () => boolean): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!holds()) {
      if (performance.now() > end) {
        throw new Error(`waited for ${what}; the screen says: ${this.screen.text}`);
      }
      await new Promise((done) => window.setTimeout(done, LOOK_MS));
    }
  }

  /** Waits for words on the screen. */
  async see(words: Words): Promise<void> {
    const isThere = (): boolean =>
      typeof words === 'string' ? this.screen.text.includes(words) : words.test(this.screen.text);
    await this.until(String(words), isThere);
  }

  /** Taps what carries exactly these words, then waits until the screen is still. */
  async tap(words: Words, index = 0): Promise<void> {
    await this.until(`"${String(words)}" to tap`, () => this.screen.find(words).length > index);
    tapElement(this.screen.find(words)[index] as Element);
    await this.settle();
  }

  /** Taps what a selector finds. */
  async tapAt(selector: string, index = 0): Promise<void> {
    await this.until(`${selector} to tap`, () => this.screen.all(selector).length > index);
    tapElement(this.screen.all(selector)[index] as Element);
    await this.settle();
  }

  /** Taps twice within one moment, as a fat finger does. */
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

  /** In the sheet that is open: sets its value and confirms. */
  async pick(value: string): Promise<void> {
    const field = this.program.screen.querySelector<HTMLInputElement>('.wx-sheet input');
    if (!field) throw new Error('no sheet with a date or time is open');
    field.value = value;
    await this.tap('确定');
  }

  private carry: CloudTransport = async (name, event, isIdentified) => {
    this.underWay += 1;
    try {
      const answer = await this.options.cloud(name, event, isIdentified);
      this.calls.push({ name, event, answer: answer.result });
      if (this.losesAnswers) throw new Error('the answer was lost');
      return answer;
    } finally {
      this.underWay -= 1;
    }
  };
}
