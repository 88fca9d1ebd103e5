import { makeAutoObservable, observable } from 'mobx';

import type { Copy } from './copies';
import {
  firstPage,
  firstPageAgain,
  NO_PAGES,
  pageCopy,
  pageFailed,
  pageLoading,
  withNextPage,
  type Page,
  type Paged,
} from './paged';
import type { Result } from './result';

/** Lists read page by page, by key. */
export class PagedMap<Item> {
  private readonly lists = observable.map<string, Paged<Item>>({}, { deep: false });
  private readonly readings = new Map<string, number>();
  private lastReading = 0;

  constructor(
    private readonly now: () => string,
    private readonly idOf: (item: Item) => string,
  ) {
    makeAutoObservable<this, 'now' | 'idOf' | 'lists' | 'readings' | 'lastReading'>(this, {
      now: false,
      idOf: false,
      lists: false,
      readings: false,
      lastReading: false,
    });
  }

  /** What is known of the list. */
  get(key: string): Paged<Item> {
    return this.lists.get(key) ?? NO_PAGES;
  }

  /** Keys of the lists that were asked for. */
  keys(): string[] {
    return [...this.lists.keys()];
  }

  /**
   * Reads the first page (again); when it comes it takes the place of all pages. An answer that a
   * later reading or a reset has overtaken is dropped.
   * @param keepsTail the pages that followed stay, and the list does not look as if it was loading
   * @param accept makes the page of an answer that is not dropped, and may keep parts elsewhere.
   */
  async loadFirst<Answer>(
    key: string,
    read: (cursor: null) => Promise<Result<Answer>>,
    accept: (answer: Answer) => Page<Item>,
    keepsTail = false,
  ): Promise<void> {
    const isQuiet = keepsTail && this.get(key).status === 'ready';
    const reading = isQuiet ? this.number(key) : this.begin(key);
    const result = await read(null);
    if (this.readings.get(key) === reading) {
      this.settle(key, result, (answer) =>
        isQuiet
          ? firstPageAgain(this.get(key), accept(answer), this.now(), this.idOf)
          : firstPage(accept(answer), this.now()),
      );
    }
  }

  /** Reads the next page, unless one is under way or the list is complete. */
  async loadMore<Answer>(
    key: string,
    read: (cursor: string) => Promise<Result<Answer>>,
    accept: (answer: Answer) => Page<Item>,
  ): Promise<void> {
    const { status, cursor } = this.get(key);
    if (status === 'loading' || cursor === null) return;
    const reading = this.begin(key);
    const result = await read(cursor);
    if (this.readings.get(key) === reading) {
      this.settle(key, result, (answer) => withNextPage(this.get(key), accept(answer), this.idOf));
    }
  }

  /** Changes the items of a list that was asked for, after a write. */
  change(key: string, change: (list: Paged<Item>) => readonly Item[]): void {
    const list = this.lists.get(key);
    if (list) this.lists.set(key, { ...list, items: change(list) });
  }

  /** Shows the copy kept on this device, if nothing is known yet. */
  restore(key: string, copy: Copy<readonly Item[]> | null): void {
    if (copy && !this.lists.has(key)) this.lists.set(key, pageCopy(copy.value, copy.at));
  }

  reset(): void {
    this.readings.clear();
    this.lists.clear();
  }

  private begin(key: string): number {
    this.lists.set(key, pageLoading(this.get(key)));
    return this.number(key);
  }

  private number(key: string): number {
    this.lastReading += 1;
    this.readings.set(key, this.lastReading);
    return this.lastReading;
  }

  private settle<Answer>(
    key: string,
    result: Result<Answer>,
    toList: (answer: Answer) => Paged<Item>,
  ): void {
    this.lists.set(key, result.ok ? toList(result.data) : pageFailed(this.get(key), result.error));
  }
}
