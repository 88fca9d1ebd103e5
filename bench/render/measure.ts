import type { CDPSession, Page } from 'playwright-core';

import { median } from '../cloud/measure';
import type { StepCost } from './in-page';

/** A step with the time the page's one thread was busy, ms. */
export interface MeasuredStep extends StepCost {
  readonly busyMs: number;
}

/** Rows a page of the list brings. */
export const PAGE_ROWS = 20;

/** Appended pages over which bytes are averaged: a slot is sent once for every half page. */
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

  /** Runs a step of the bench's own object (`append()`). */
  async step(call: string): Promise<MeasuredStep> {
    const before = await this.busy();
    const cost = await this.page.evaluate<StepCost>(`bench.${call}`);
    return { ...cost, busyMs: (await this.busy()) - before };
  }

  async serve(rows: number): Promise<void> {
    await this.page.evaluate(`bench.serve(${rows})`);
  }

  /** Reads pages until `rows` are read. @returns busy time of all of it, ms */
  async fill(from: number, rows: number): Promise<number> {
    const before = await this.busy();
    for (let read = from; read < rows; read += PAGE_ROWS) await this.step('append()');
    return (await this.busy()) - before;
  }

  /** Cost of an appended page over the next ones: means, and the median of the busy time. */
  async appended(): Promise<MeasuredStep> {
    const steps: MeasuredStep[] = [];
    for (let page = 0; page < AVERAGED; page += 1) steps.push(await this.step('append()'));
    const mean = (of: (step: MeasuredStep) => number): number =>
      steps.reduce((sum, step) => sum + of(step), 0) / steps.length;
    const last = steps[steps.length - 1];
    return {
      calls: mean(({ calls }) => calls),
      bytes: Math.round(mean(({ bytes }) => bytes)),
      ms: mean(({ ms }) => ms),
      busyMs: median(steps.map(({ busyMs }) => busyMs)),
      nodes: last?.nodes ?? 0,
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
