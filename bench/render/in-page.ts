import {
  cloudOverHttp,
  type CloudTransport,
  type CompiledBuild,
  launch,
  type Program,
  tapElement,
} from 'weapp-runtime';
import { RenderCount, withCommitHook } from './renders';
import { RowServer } from './row-server';
import type { RowChange } from './scene-rows';

/** The cost of one step. */
export interface StepCost {
  /** Transfers to the screen. */
  readonly calls: number;
  readonly bytes: number;
  /** Events and selector queries of the screen. */
  readonly events: number;
  readonly queries: number;
  /** Calls of cloud functions. */
  readonly cloud: number;
  /** Components of React that ran; a native program has none. */
  readonly renders: number;
  /** Elements on the page afterwards. */
  readonly nodes: number;
  /** Of an opening: what crossed until it showed what a person came for. */
  readonly drawn: DrawnCost | null;
}

/** What crossed to the screen until it showed what a person came for. */
export interface DrawnCost {
  readonly calls: number;
  readonly bytes: number;
}

/** Frames without a transfer after which a step has ended. */
const STILL_FRAMES = 8;

/** More than a month's heading is high, in CSS pixels; a row is higher. */
const HEADING_HEIGHT = 56;

/** Frames within which a scrolled list must show rows. */
const PATIENCE_FRAMES = 120;

const frame = (): Promise<number> => new Promise((done) => window.requestAnimationFrame(done));

/** One program that is measured, in its own window. */
class RenderBench {
  private program: Program | null = null;
  private underWay = 0;
  private cloudCalls = 0;
  private readonly rows = new RowServer();
  private readonly renders = new RenderCount();
  private readonly builds = new Map<string, Promise<CompiledBuild>>();

  constructor() {
    this.renders.install();
  }

  /**
   * Opens a build at a path; the cloud identifies the caller as `person`.
   * @param awaited selector of what the first paint must show
   */
  async open(
    buildUrl: string,
    path: string,
    person: string,
    awaited: string | null = null,
  ): Promise<StepCost> {
    const build = await this.buildAt(buildUrl);
    this.program?.close();
    this.program = null;
    const start = (): void => {
      const container = document.getElementById('phone') as HTMLElement;
      this.program = launch({ build, path, container, cloud: this.carryFor(person) });
    };
    return this.measure(start, { awaited });
  }

  /** Number of rows of the list in the cloud. */
  serve(count: number): void {
    this.rows.fill(count);
  }

  /** The rows of the list scenes. */
  serveScenes(): void {
    this.rows.fillScenes();
  }

  /** The sessions of the desk's own cloud. */
  serveDesk(): void {
    this.rows.turnOff();
  }

  /** Changes the list in the cloud; the program is hidden and shown. */
  async rearrange(change: RowChange): Promise<StepCost> {
    this.rows.rearrange(change);
    return this.look();
  }

  /** Hides and shows the program; nothing changed meanwhile. */
  revisit(): Promise<StepCost> {
    return this.measure(() => {
      this.running.hide();
      this.running.show();
    });
  }

  /** The words on the shown page, in order. */
  get words(): string[] {
    const walker = document.createTreeWalker(this.running.page.view, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (walker.nextNode()) words.push(walker.currentNode.textContent?.trim() ?? '');
    return words.filter((word) => word !== '');
  }

  /** Reads pages of the list until `count` of them are read. */
  async fill(count: number): Promise<StepCost> {
    return this.measure(async () => {
      const { view } = this.running.page;
      for (let asked = this.rows.asked; this.rows.asked < asked + count;) {
        view.scrollTop = view.scrollHeight;
        await frame();
        view.scrollTop -= 1;
        await frame();
      }
    });
  }

  /** Scrolls to the end, which reads the next page. */
  append(): Promise<StepCost> {
    return this.measure(() => {
      const { view } = this.running.page;
      view.scrollTop = view.scrollHeight;
    });
  }

  /**
   * Jumps to a share of the page's height, as a fast scroll does.
   * @returns frames until a row is in the middle of the view, or right below the heading there
   */
  async jump(selector: string, share: number): Promise<number> {
    const { view } = this.running.page;
    view.scrollTop = view.scrollHeight * share;
    for (let frames = 1; frames <= PATIENCE_FRAMES; frames += 1) {
      await frame();
      const middle = view.clientHeight / 2;
      const drawn = [middle, middle + HEADING_HEIGHT].some((y) =>
        document.elementFromPoint(view.clientWidth / 2, y)?.closest(selector),
      );
      if (drawn) return frames;
    }
    throw new Error(`no ${selector} came into view`);
  }

  toTop(): Promise<StepCost> {
    return this.measure(() => {
      this.running.page.view.scrollTop = 0;
    });
  }

  /** Changes a row in the cloud; the program is hidden and shown. */
  update(index: number): Promise<StepCost> {
    this.rows.change(index);
    return this.look();
  }

  /** Removes a row in the cloud; the program is hidden and shown. */
  remove(index: number): Promise<StepCost> {
    this.rows.remove(index);
    return this.look();
  }

  /** Opens a row and returns. The transfers to the list's page on both ways count. */
  async select(selector: string, index: number): Promise<StepCost> {
    const { routes } = this.running;
    const there = await this.tap(selector, index);
    if (this.running.routes.length !== routes.length + 1)
      throw new Error(`choosing ${selector} opened no page`);
    const back = await this.measure(() => this.running.back(), {
      route: this.running.routes.at(-2),
    });
    return { ...back, calls: there.calls + back.calls, bytes: there.bytes + back.bytes };
  }

  /**
   * As `select`, on a row whose record changed in the cloud: its own page reads it again, and the
   * list must show it. Of an amount, the sum of its month follows when the list is back.
   */
  async visit(change: 'change' | 'endEarlier', selector: string, index: number): Promise<StepCost> {
    const row = this.running.page.view.querySelectorAll(selector)[index];
    const before = row?.textContent;
    const words = [...(row?.children ?? [])].flatMap((part) => part.textContent?.split('\n') ?? []);
    this.rows[change](this.rows.indexOfTitle(words));
    const cost = await this.select(selector, index);
    const after = this.running.page.view.querySelectorAll(selector)[index]?.textContent;
    if (after === before) throw new Error('the list did not follow the row');
    return cost;
  }

  /** Taps the element with exactly these words. */
  tapWords(words: string): Promise<StepCost> {
    const all = [...this.running.page.view.querySelectorAll('*')];
    const index = all.findIndex(
      (element) => element.textContent === words && element.children.length === 0,
    );
    return this.tap('*', index);
  }

  get errors(): string[] {
    return this.running.errors.map(String);
  }

  private get running(): Program {
    if (!this.program) throw new Error('open a program first');
    return this.program;
  }

  /** Hides and shows the program. @throws Error when the screen has not changed */
  private async look(): Promise<StepCost> {
    const before = this.running.page.view.textContent;
    const cost = await this.measure(() => {
      this.running.hide();
      this.running.show();
    });
    if (this.running.page.view.textContent === before)
      throw new Error('the screen did not follow the change');
    return cost;
  }

  private tap(selector: string, index: number): Promise<StepCost> {
    return this.measure(() => {
      const row = this.running.page.view.querySelectorAll(selector)[index];
      if (!row) throw new Error(`no ${selector} to tap at ${index}`);
      tapElement(row);
    });
  }

  /**
   * @param route page whose transfers count; by default the first one
   * @param awaited selector: what crossed until it is drawn is kept
   */
  private async measure(
    act: () => void | Promise<void>,
    {
      route = this.program?.page.route,
      awaited = null,
    }: { route?: string | undefined; awaited?: string | null } = {},
  ): Promise<StepCost> {
    const before = this.program;
    this.program?.meter.reset();
    const [renders, cloudCalls] = [this.renders.count, this.cloudCalls];
    await act();
    const program = this.running;
    let calls = -1;
    let drawn: DrawnCost | null = null;
    for (let still = 0; still < STILL_FRAMES; still += 1) {
      await frame();
      if (awaited !== null && !drawn && program.page.view.querySelector(awaited)) {
        const { calls: sent, bytes } = program.meter.sum;
        drawn = { calls: sent, bytes };
      }
      if (program.meter.sum.calls !== calls || this.underWay > 0) {
        ({ calls } = program.meter.sum);
        still = 0;
      }
    }
    const isSame = program === before && route !== undefined;
    const sum = program.meter.of(isSame ? route : program.page.route);
    const nodes = program.page.view.querySelectorAll('*').length;
    return {
      calls: sum.calls,
      bytes: sum.bytes,
      ...program.meter.fromScreen,
      cloud: this.cloudCalls - cloudCalls,
      renders: this.renders.count - renders,
      nodes,
      drawn,
    };
  }

  private buildAt(url: string): Promise<CompiledBuild> {
    const known = this.builds.get(url);
    if (known) return known;
    const read = fetch(url).then(async (answer) => {
      const build = (await answer.json()) as CompiledBuild;
      const { 'app.js': app = '' } = build.scripts;
      const isOurs = url.startsWith('/weapp/');
      return isOurs
        ? { ...build, scripts: { ...build.scripts, 'app.js': withCommitHook(app) } }
        : build;
    });
    this.builds.set(url, read);
    return read;
  }

  /** Answers the rows from memory, and everything else from the desk's cloud. */
  private carryFor(person: string): CloudTransport {
    const { cloud } = cloudOverHttp('', person === '' ? null : person);
    return async (...call) => {
      this.cloudCalls += 1;
      const made = this.rows.answer(call[1]);
      if (made) return made;
      this.underWay += 1;
      try {
        return await cloud(...call);
      } finally {
        this.underWay -= 1;
      }
    };
  }
}

declare global {
  interface Window {
    bench?: RenderBench;
  }
}

window.bench = new RenderBench();
