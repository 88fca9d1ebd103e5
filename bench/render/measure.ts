import type { CDPSession, Page } from 'playwright-core';

import { median } from '../cloud/measure';
import type { StepCost } from './in-page';

/** A step and the time that the page's thread was busy, ms. */
export interface MeasuredStep extends StepCost {
  readonly busyMs: number;
}

/** Rows in a page of the list. */
export const PAGE_ROWS = 20;

/**
 * Appended pages over which bytes are averaged, because a slot is sent once for every half page.
 */
const AVERAGED = 10;

/** Figures that a step counts. */
const COUNTS = ['calls', 'bytes', 'events', 'queries', 'cloud', 'renders', 'nodes'] as const;

/** Steps of one kind as one: of the busy time the median. */
function combined(
  steps: readonly MeasuredStep[],
  combine: (values: readonly number[]) => number,
): MeasuredStep {
  const counts = Object.fromEntries(
    COUNTS.map((name) => [name, combine(steps.map((step) => step[name]))]),
  ) as Record<(typeof COUNTS)[number], number>;
  return { ...counts, drawn: null, busyMs: median(steps.map(({ busyMs }) => busyMs)) };
}

/** Drives one program in the bench's window. */
export class Measurer {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async in(page: Page): Promise<Measurer> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new Measurer(page, session);
  }

  /** Runs a step of the bench's object in the window (`append()`). */
  async step(call: string): Promise<MeasuredStep> {
    const before = await this.busy();
    const cost = await this.page.evaluate<StepCost>(`bench.${call}`);
    return { ...cost, busyMs: (await this.busy()) - before };
  }

  /** Median frames until rows are in view after a jump (`bench.jump`). */
  async jumps(selector: string, shares: readonly number[]): Promise<number> {
    const frames: number[] = [];
    for (const share of shares) {
      frames.push(
        await this.page.evaluate<number>(`bench.jump(${JSON.stringify(selector)}, ${share})`),
      );
    }
    return median(frames);
  }

  async serve(rows: number): Promise<void> {
    await this.page.evaluate(`bench.serve(${rows})`);
  }

  /** From now on `what` serves the sessions: the desk's cloud, or rows of the list scenes. */
  async serveFrom(what: 'Desk' | 'Scenes'): Promise<void> {
    await this.page.evaluate(`bench.serve${what}()`);
  }

  /** Number of characters that the shown page says, and its texts. */
  async characters(): Promise<number> {
    const words = await this.page.evaluate<string[]>('bench.words');
    return words.join('').length;
  }

  /** Runs steps of one kind: the maximum of calls and bytes, the median of the busy time. */
  async steps(calls: readonly string[]): Promise<MeasuredStep> {
    const steps: MeasuredStep[] = [];
    for (const call of calls) steps.push(await this.step(call));
    return combined(steps, (values) => Math.max(...values));
  }

  /** Reads pages until `rows` are read. @returns the busy time, ms, and the nodes at the end */
  async fill(from: number, rows: number): Promise<{ busyMs: number; nodes: number | null }> {
    if (rows <= from) return { busyMs: 0, nodes: null };
    const { busyMs, nodes } = await this.step(`fill(${(rows - from) / PAGE_ROWS})`);
    return { busyMs, nodes };
  }

  /** Cost of an appended page, averaged over the next ones; of the busy time the median. */
  async appended(): Promise<MeasuredStep> {
    const steps: MeasuredStep[] = [];
    for (let page = 0; page < AVERAGED; page += 1) steps.push(await this.step('append()'));
    return combined(
      steps,
      (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
    );
  }

  /** @throws Error when the program failed meanwhile */
  async checkErrors(): Promise<void> {
    const errors = await this.page.evaluate<string[]>('bench.errors');
    if (errors.length > 0) throw new Error(errors.join('\n'));
  }

  private async busy(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  }
}
