import { makeAutoObservable, observable } from 'mobx';

import { asCopy, asFailed, asLoading, asReady, IDLE, type Loadable } from './loadable';
import type { Copy } from './copies';
import type { Result } from './result';

/** Things read from the cloud one by one, by key. Values are held by reference, replaced whole. */
export class LoadableMap<Value> {
  private readonly entries = observable.map<string, Loadable<Value>>({}, { deep: false });
  private readonly readings = new Map<string, number>();
  private lastReading = 0;

  constructor(private readonly now: () => string) {
    makeAutoObservable<this, 'now' | 'entries' | 'readings' | 'lastReading'>(this, {
      now: false,
      entries: false,
      readings: false,
      lastReading: false,
    });
  }

  /** What is known under `key`. */
  get(key: string): Loadable<Value> {
    return this.entries.get(key) ?? IDLE;
  }

  /** Keys under which something was asked for. */
  keys(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * Reads (again). An answer that a later reading, a write or a reset has overtaken is dropped.
   * @param accept makes the value of an answer that is not dropped, and may keep parts elsewhere.
   */
  async load<Answer>(
    key: string,
    read: () => Promise<Result<Answer>>,
    accept: (answer: Answer) => Value,
  ): Promise<Result<Answer>> {
    const reading = this.begin(key);
    const result = await read();
    if (this.readings.get(key) === reading) this.settle(key, result, accept);
    return result;
  }

  /** A value known from a write. */
  put(key: string, value: Value): void {
    this.readings.delete(key);
    this.entries.set(key, asReady(value, this.now()));
  }

  /** Changes a value that was read, by what a write did; a reading under way is dropped. */
  change(key: string, change: (value: Value) => Value): void {
    const { value, at } = this.get(key);
    if (value === null || at === null) return;
    this.readings.delete(key);
    this.entries.set(key, asReady(change(value), at));
  }

  /** Forgets a value that no longer exists. */
  drop(key: string): void {
    this.readings.delete(key);
    this.entries.delete(key);
  }

  /** Shows the copy kept on this device, if nothing is known yet. */
  restore(key: string, copy: Copy<Value> | null): void {
    if (copy && !this.entries.has(key)) this.entries.set(key, asCopy(copy.value, copy.at));
  }

  reset(): void {
    this.readings.clear();
    this.entries.clear();
  }

  private begin(key: string): number {
    this.lastReading += 1;
    this.readings.set(key, this.lastReading);
    this.entries.set(key, asLoading(this.get(key)));
    return this.lastReading;
  }

  private settle<Answer>(
    key: string,
    result: Result<Answer>,
    accept: (answer: Answer) => Value,
  ): void {
    this.entries.set(
      key,
      result.ok ? asReady(accept(result.data), this.now()) : asFailed(this.get(key), result.error),
    );
  }
}
