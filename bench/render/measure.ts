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

  /** Runs steps of one kind: the maximum of calls and bytes, the median of the busy time. */
  async steps(calls: readonly string[]): Promise<MeasuredStep> {
    const steps: MeasuredStep[] = [];
    for (const call of calls) steps.push(await this.step(call));
    const most = (pick: (step: MeasuredStep) => number): number => Math.max(...steps.map(pick));
    return {
      calls: most(({ calls: count }) => count),
      bytes: most(({ bytes }) => bytes),
      nodes: most(({ nodes }) => nodes),
      busyMs: median(steps.map(({ busyMs }) => busyMs)),
    };
  }

  /** Reads pages until `rows` are read. @returns the busy time, ms, and the nodes at the end */
  async fill(from: number, rows: number): Promise<{ busyMs: number; nodes: number | null }> {
    const before = await this.busy();
    let nodes: number | null = null;
    for (let read = from; read < rows; read += PAGE_ROWS) ({ nodes } = await this.step('append()'));
    return { busyMs: (await this.busy()) - before, nodes };
  }

  /** Cost of an appended page, averaged over the next ones; of the busy time the median. */
  async appended(): Promise<MeasuredStep> {
    const steps: MeasuredStep[] = [];
    for (let page = 0; page < AVERAGED; page += 1) steps.push(await this.step('append()'));
    const mean = (pick: (step: MeasuredStep) => number): number =>
      steps.reduce((sum, step) => sum + pick(step), 0) / steps.length;
    return {
      calls: mean(({ calls }) => calls),
      bytes: Math.round(mean(({ bytes }) => bytes)),
      nodes: mean(({ nodes }) => nodes),
      busyMs: median(steps.map(({ busyMs }) => busyMs)),
    };
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
