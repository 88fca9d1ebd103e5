/**
 * Items that wait, each for someone: those who wait are served in turn, one item at a time, so that
 * many items of one leave the others waiting for one item each, not for all.
 */
export class FairQueue<Item> {
  /** The items by the one they are for; who is first here is next. */
  private readonly lines = new Map<string, Item[]>();

  /** Adds an item for `who`, after the others of theirs. */
  push(who: string, item: Item): void {
    const line = this.lines.get(who);
    if (line === undefined) this.lines.set(who, [item]);
    else line.push(item);
  }

  /** Takes the next item; undefined when there is none. */
  shift(): Item | undefined {
    const [next] = this.lines;
    if (next === undefined) return undefined;
    const [who, line] = next;
    const item = line.shift();
    this.lines.delete(who);
    if (line.length > 0) this.lines.set(who, line);
    return item;
  }
}
