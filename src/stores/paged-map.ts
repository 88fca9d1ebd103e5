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

/** Pages without anything new after which reading on waits for a tap. */
const MAX_EMPTY_PAGES = 20;

/** Lists read page by page, by key. */
export class PagedMap<Item> {
  private readonly lists = observable.map<string, Paged<Item>>({}, { deep: false });
  /** Number of the reading whose answer counts, by key: of the first page, and of a next one. */
  private readonly heads = new Map<string, number>();
  private readonly tails = new Map<string, number>();
  private lastReading = 0;

  constructor(
    private readonly now: () => string,
    private readonly idOf: (item: Item) => string,
  ) {
    makeAutoObservable<this, 'now' | 'idOf' | 'lists' | 'heads' | 'tails' | 'lastReading'>(this, {
      now: false,
      idOf: false,
      lists: false,
      heads: false,
      tails: false,
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
   * @param keepsTail the pages that followed stay, a next page under way is waited for, and the list
   * does not look as if it was loading; a list that was never read is read as without it
   * @param accept makes the page of an answer that is not dropped, and may keep parts elsewhere.
   */
  async loadFirst<Answer>(
    key: string,
    read: (cursor: null) => Promise<Result<Answer>>,
    accept: (answer: Answer) => Page<Item>,
    keepsTail = false,
  ): Promise<void> {
    const before = this.get(key);
    const isQuiet = keepsTail && before.at !== null && !before.isCopy;
    if (!isQuiet) {
      this.lists.set(key, pageLoading(before));
      this.tails.delete(key);
    }
    const reading = this.number(this.heads, key);
    const result = await read(null);
    if (this.heads.get(key) !== reading) return;
    this.settle(key, result, (answer) =>
      isQuiet ? this.withFirstPage(key, accept(answer)) : firstPage(accept(answer), this.now()),
    );
  }

  /** Reads the next page, unless one is under way or the list is complete. */
  async loadMore<Answer>(
    key: string,
    read: (cursor: string) => Promise<Result<Answer>>,
    accept: (answer: Answer) => Page<Item>,
  ): Promise<void> {
    const { status, cursor } = this.get(key);
    if (status === 'loading' || cursor === null) return;
    this.lists.set(key, pageLoading(this.get(key)));
    const reading = this.number(this.tails, key);
    const result = await read(cursor);
    if (this.tails.get(key) !== reading) return;
    this.tails.delete(key);
    this.settle(key, result, (answer) => withNextPage(this.get(key), accept(answer), this.idOf));
  }

  /** Reads the next page, and on while pages bring nothing new: the cloud may have looked in vain. */
  async readOn(key: string, read: (cursor: string) => Promise<Result<Page<Item>>>): Promise<void> {
    const known = this.get(key).items.length;
    for (let page = 0; page < MAX_EMPTY_PAGES; page += 1) {
      await this.loadMore(key, read, (answer) => answer);
      const { status, items, cursor } = this.get(key);
      if (status !== 'ready' || cursor === null || items.length > known) return;
    }
  }

  /** Changes the items of a list that was asked for, after a write. */
  change(key: string, change: (list: Paged<Item>) => readonly Item[]): void {
    const list = this.lists.get(key);
    if (!list) return;
    const items = change(list);
    if (items !== list.items) this.lists.set(key, { ...list, items });
  }

  /** Puts a first page that came with another answer. */
  put(key: string, page: Page<Item>): void {
    this.tails.delete(key);
    this.lists.set(key, firstPage(page, this.now()));
  }

  /** Shows the copy kept on this device, if nothing is known yet. */
  restore(key: string, copy: Copy<readonly Item[]> | null): void {
    if (copy && !this.lists.has(key)) this.lists.set(key, pageCopy(copy.value, copy.at));
  }

  reset(): void {
    this.heads.clear();
    this.tails.clear();
    this.lists.clear();
  }

  /** The list with its first page read again; a next page under way may still follow it. */
  private withFirstPage(key: string, page: Page<Item>): Paged<Item> {
    const list = this.get(key);
    const next = firstPageAgain(list, page, this.now(), this.idOf);
    // The page being read would follow one that is no longer there.
    if (next.cursor !== list.cursor) this.tails.delete(key);
    return this.tails.has(key) ? pageLoading(next) : next;
  }

  private number(readings: Map<string, number>, key: string): number {
    this.lastReading += 1;
    readings.set(key, this.lastReading);
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
