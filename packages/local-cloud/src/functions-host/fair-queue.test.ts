import { describe, expect, it } from 'vitest';

import { FairQueue } from './fair-queue';

function drain(queue: FairQueue<string>): string[] {
  const items: string[] = [];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) items.push(item);
  return items;
}

describe('FairQueue', () => {
  it('serves one after the other, each in the order of their own items', () => {
    const queue = new FairQueue<string>();
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) queue.push(item.charAt(0), item);
    expect(drain(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('puts a newcomer behind one item of each who waits, and who comes back behind them', () => {
    const queue = new FairQueue<string>();
    for (const item of ['a1', 'a2', 'a3']) queue.push('a', item);
    expect(queue.shift()).toBe('a1');
    queue.push('b', 'b1');
    expect(queue.shift()).toBe('a2');
    expect(queue.shift()).toBe('b1');
    queue.push('b', 'b2');
    expect(drain(queue)).toEqual(['a3', 'b2']);
  });

  it('has nothing when it is empty, also for names of properties', () => {
    const queue = new FairQueue<string>();
    expect(queue.shift()).toBeUndefined();
    queue.push('__proto__', 'x');
    expect(drain(queue)).toEqual(['x']);
    expect(queue.shift()).toBeUndefined();
  });
});
