import type { CompiledBuild } from '../../weapp-runtime/compile/build';
import { launch } from '../../weapp-runtime/host/launch';
import type { Program } from '../../weapp-runtime/host/program';
import type { CloudTransport } from '../../weapp-runtime/host/types';
import { RowServer } from './row-server';

/** What one step cost. */
export interface StepCost {
  readonly calls: number;
  readonly bytes: number;
  /** From the step to the frame after the last transfer, ms. */
  readonly ms: number;
  /** Elements on the page afterwards. */
  readonly nodes: number;
}

/** Frames without a transfer until a step counts as over. */
const STILL_FRAMES = 8;

const frame = (): Promise<number> => new Promise((done) => window.requestAnimationFrame(done));

/** One program under measurement, in a window of its own. */
class RenderBench {
  private program: Program | null = null;
  private underWay = 0;
  private readonly rows = new RowServer();

  /** Opens a build at a path, as `person` where the cloud is asked. */
  open(buildUrl: string, path: string, person: string): Promise<StepCost> {
    return this.measure(async () => {
      const build = (await (await fetch(buildUrl)).json()) as CompiledBuild;
      this.program?.close();
      this.program = launch({
        build,
        path,
        container: document.getElementById('phone') as HTMLElement,
        cloud: (name, event) => this.carry(person, name, event),
      });
    });
  }

  /** How many rows the list behind the cloud has. */
  serve(count: number): void {
    this.rows.fill(count);
  }

  /** Scrolls to the end, which reads the next page. */
  append(): Promise<StepCost> {
    return this.measure(() => {
      const { view } = this.running.page;
      view.scrollTop = view.scrollHeight;
    });
  }

  toTop(): Promise<StepCost> {
    return this.measure(() => {
      this.running.page.view.scrollTop = 0;
    });
  }

  /** Changes a row behind the cloud; the person looks away and back. */
  update(index: number): Promise<StepCost> {
    this.rows.change(index);
    return this.look();
  }

  /** Removes a row behind the cloud; the person looks away and back. */
  remove(index: number): Promise<StepCost> {
    this.rows.remove(index);
    return this.look();
  }

  /** Presses a row; only what the list's own page is sent counts. */
  tap(selector: string, index: number): Promise<StepCost> {
    return this.measure(() => {
      const row = this.running.page.view.querySelectorAll(selector)[index];
      const at = { bubbles: true, clientX: 1, clientY: 1 };
      for (const name of ['mousedown', 'mouseup', 'click'])
        row?.dispatchEvent(new MouseEvent(name, at));
    });
  }

  /** Taps what has exactly these words. */
  tapWords(words: string): Promise<StepCost> {
    const all = [...this.running.page.view.querySelectorAll('*')];
    const index = all.findIndex((one) => one.textContent === words && one.children.length === 0);
    return this.tap('*', index);
  }

  get text(): string {
    return this.running.page.view.innerText;
  }

  get errors(): string[] {
    return this.running.errors.map(String);
  }

  private get running(): Program {
    if (!this.program) throw new Error('open a program first');
    return this.program;
  }

  private look(): Promise<StepCost> {
    return this.measure(() => {
      this.running.hide();
      this.running.show();
    });
  }

  private async measure(act: () => void | Promise<void>): Promise<StepCost> {
    const before = this.program;
    const route = before?.page.route;
    this.program?.meter.reset();
    const start = performance.now();
    await act();
    const program = this.running;
    let calls = -1;
    let end = start;
    for (let still = 0; still < STILL_FRAMES; still += 1) {
      const now = await frame();
      if (program.meter.sum.calls !== calls || this.underWay > 0) {
        ({ calls } = program.meter.sum);
        still = 0;
        end = now;
      }
    }
    const isSame = program === before && route !== undefined;
    const sum = program.meter.of(isSame ? route : program.page.route);
    const nodes = program.page.view.querySelectorAll('*').length;
    return { calls: sum.calls, bytes: sum.bytes, ms: end - start, nodes };
  }

  private carry: (
    person: string,
    ...call: Parameters<CloudTransport>
  ) => ReturnType<CloudTransport> = async (person, name, event) => {
    const made = this.rows.answer(event);
    if (made) return made;
    this.underWay += 1;
    try {
      const response = await fetch(`/fn/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-person': person },
        body: JSON.stringify(event),
      });
      return (await response.json()) as Awaited<ReturnType<CloudTransport>>;
    } finally {
      this.underWay -= 1;
    }
  };
}

declare global {
  interface Window {
    bench?: RenderBench;
  }
}

window.bench = new RenderBench();
