import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';

import { write as defineWrite } from '../../src/contract/endpoint';
import type { ReadName } from '../../src/contract/endpoints';
import { shopIdField } from '../../src/contract/fields';
import { hostAdd, hostList } from '../../src/contract/host';
import { shopMine, shopView } from '../../src/contract/shop';
import { type EndpointTable, tableOf } from './endpoint';
import { personRead, publicRead, read } from './read';
import { storeOf } from './store-of';
import { write } from './write';

const NOW = '2026-11-24T02:00:00.000Z';
const caller = { person: 'lin', now: NOW, requestId: 'r' };
const list = read(hostList, { needs: 'session.read' }, async () => ({ hosts: [], cursor: null }));
const mine = personRead(shopMine, async () => ({ shops: [], cursor: null }));

describe('storeOf', () => {
  it.each([
    [{ shopId: 's1' }, 's1'],
    [{ sessionId: 's1.l1' }, 's1'],
    [{ hostId: 's1.h1' }, 's1'],
    [{ entryId: 's1.e1' }, 's1'],
    [{ shopId: 's1', sessionId: 's2.l1', hostId: 's3.h1', entryId: 's4.e1' }, 's1'],
    [{ sessionId: 's2.l1', hostId: 's3.h1', entryId: 's4.e1' }, 's2'],
    [{ hostId: 's3.h1', entryId: 's4.e1' }, 's3'],
  ])('of %j is %s', (input, store) => {
    expect(storeOf(input)).toBe(store);
  });
});

describe('tableOf', () => {
  it('finds endpoints by the names of their definitions', () => {
    expect(tableOf({ one: list, other: mine })).toEqual({ 'host.list': list, 'shop.mine': mine });
  });
});

describe('personRead and publicRead', () => {
  it('answer with the output of the body', async () => {
    const data = { shops: [], cursor: null };
    expect(await mine.answer({ cursor: null }, caller)).toEqual({ data });
  });

  it('keep the person from the body of a public endpoint', async () => {
    const body = vi.fn(async () => Promise.reject(new Error('not of interest')));
    const input = { shopId: 's000000000000' };
    await publicRead(shopView, body)
      .answer(input, caller)
      .catch(() => undefined);
    expect(body).toHaveBeenCalledExactlyOnceWith({ input, now: NOW });
  });
});

// These hold when the file compiles (`npm run check:types`).
describe('an endpoint', () => {
  const noStore = defineWrite('note.add', {
    input: v.strictObject({ noteId: v.string() }),
    output: v.strictObject({ id: v.string() }),
  });
  const withStore = defineWrite('note.add', {
    input: v.strictObject({ shopId: shopIdField }),
    output: v.strictObject({ id: v.string() }),
  });

  it('does not compile without what its kind needs', () => {
    const endpoints = [
      // @ts-expect-error: the input names no store
      write(noStore, { needs: 'shop.edit' }, async () => ({ data: { id: '1' } })),
      // @ts-expect-error: the definition is of a write
      read(hostAdd, { needs: 'shop.edit' }, async () => ({ hosts: [] })),
      // @ts-expect-error: the capability is not known
      write(withStore, { needs: 'shop.sell' }, async () => ({ data: { id: '1' } })),
      // @ts-expect-error: the answer does not fit the definition
      write(withStore, { needs: 'shop.edit' }, async () => ({ data: { id: 1 } })),
    ];
    expect(endpoints).toHaveLength(4);
  });

  it('that is missing in the list of its function does not compile', () => {
    // @ts-expect-error: most endpoints that read are missing
    const table: EndpointTable<ReadName> = tableOf({ list, mine });
    expect(Object.keys(table)).toHaveLength(2);
  });
});
