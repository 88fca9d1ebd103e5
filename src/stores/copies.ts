import type { Adapters } from '../platform/types';

/** A kept value and the instant at which it was read from the cloud. */
export interface Copy<Value> {
  at: string;
  value: Value;
}

/** What the key of every copy begins with. */
const ALL_COPIES = 'copy';

/**
 * Copies of what was last read, so that something can be shown without a network. They are a cache:
 * keyed by their shape, environment and person, and never the truth.
 */
export class Copies {
  private readonly prefix: string;
  private isSwept = false;

  constructor(private readonly adapters: Pick<Adapters, 'storage' | 'scope'>) {
    const { copyShapes, environment, person } = adapters.scope;
    this.prefix = keyOf([ALL_COPIES, copyShapes, environment, person]);
  }

  /** The copy under `name`, null when there is none. The key guards its shape. */
  read<Value>(name: string): Copy<Value> | null {
    const kept = this.adapters.storage.get(this.keyOf(name));
    return isCopy<Value>(kept) ? kept : null;
  }

  /** Keeps a value; silently not, when the device has no room: it is only a cache. */
  write<Value>(name: string, value: Value, at: string): void {
    this.sweep();
    this.adapters.storage.set(this.keyOf(name), { at, value });
  }

  remove(name: string): void {
    this.adapters.storage.remove(this.keyOf(name));
  }

  /** Removes whatever this device keeps about a store, drafts included. */
  forget(shopId: string): void {
    const { storage } = this.adapters;
    storage
      .keys()
      .filter((key) => key.includes(shopId))
      .forEach((key) => storage.remove(key));
  }

  /** Makes room of copies that another build wrote; with the first write, so that no start waits for it. */
  private sweep(): void {
    if (this.isSwept) return;
    this.isSwept = true;
    const { storage, scope } = this.adapters;
    const own = `${keyOf([ALL_COPIES, scope.copyShapes])}/`;
    storage
      .keys()
      .filter((key) => key.startsWith(`${ALL_COPIES}/`) && !key.startsWith(own))
      .forEach((key) => storage.remove(key));
  }

  private keyOf(name: string): string {
    return `${this.prefix}/${name}`;
  }
}

function keyOf(parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

function isCopy<Value>(kept: unknown): kept is Copy<Value> {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'at' in kept &&
    typeof kept.at === 'string' &&
    'value' in kept
  );
}
