// A request key belongs to one write of one person, whatever the endpoint, the store and the entry.
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Envelope } from '../../src/contract/envelope';
import type { EndpointName } from '../../src/contract/endpoints';
import { buildCorrection, buildPaid } from '../testkit/builders';
import { callAs, contentOf, newKey, startTestCloud } from '../testkit/cloud';
import { DEFINITIONS } from '../testkit/endpoints';
import { DECISIONS, prepareWrite, WRITES } from '../testkit/prepared-writes';
import {
  everythingIn,
  inputsAbout,
  NOW,
  openStore,
  sessionIn,
  type TestStore,
  TODAY,
} from '../testkit/stores';

const REUSED = { code: 'request_key_reused' };
const MADE_UP = 'madeup000001';

type Tree = Readonly<Record<string, unknown>>;

/** Another value of the same kind; what has none stays, and the store, which decides about access. */
function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const isShopId = /^s\w{12}$/.test(String(value));
  if (typeof value !== 'string' || isShopId) return value;
  return value.replace(/.$/u, (end) => (end === 'x' ? 'y' : 'x'));
}

/** A value with one of its parts changed, in every way. */
function changesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.flatMap((element, at) =>
      changesOf(element).map((other) => [...list.slice(0, at), other, ...list.slice(at + 1)]),
    );
  }
  if (typeof value !== 'object' || value === null) return [otherThan(value)];
  return Object.entries(value as Tree).flatMap(([field, child]) =>
    changesOf(child).map((other) => ({ ...value, [field]: other })),
  );
}

/** The checked input of an endpoint; null when it is not valid. */
function checkedInput(endpoint: EndpointName, input: unknown): unknown {
  const checked = v.safeParse(DEFINITIONS[endpoint].input, input);
  return checked.success ? checked.output : null;
}

/** A valid input that states something else: one field of it differs; null where none can. */
function otherInput(endpoint: EndpointName, input: unknown): unknown {
  const same = JSON.stringify(checkedInput(endpoint, input));
  const found = changesOf(input).find((changed) => {
    const checked = checkedInput(endpoint, changed);
    return checked !== null && JSON.stringify(checked) !== same;
  });
  return found ?? null;
}

/** Another write that is possible in a store, and depends on nothing that `endpoint` changes. */
function besideOf(endpoint: EndpointName, { shopId, accountId }: TestStore) {
  return endpoint === 'applicant.recordFollowers'
    ? {
        name: 'duty.saveLists' as const,
        input: {
          shopId,
          version: 0,
          lists: [{ id: null, name: '另一张', items: [{ known: 'equipment', text: null }] }],
        },
      }
    : {
        name: 'applicant.recordFollowers' as const,
        input: { shopId, accountId, count: 77, readOn: TODAY },
      };
}

const isStored = (answer: Envelope<unknown>): boolean => answer.ok;
const errorOf = (answer: Envelope<unknown>): unknown => (answer.ok ? null : answer.error);

describe('a request key', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
  });
  afterAll(() => cloud.close());

  it.each(WRITES)('of %s is taken for nothing else', async (endpoint) => {
    const person = endpoint.replace('.', '-');
    const { store, input } = await prepareWrite(cloud, endpoint, person);
    const second = await openStore(cloud, person, { name: '第二家店' });
    const caller = callAs(cloud, person);
    // A verifier has no role in the store, and neither has a person who left it.
    const isElsewhere = DECISIONS.includes(endpoint) || endpoint === 'team.leave';
    const beside = besideOf(endpoint, isElsewhere ? second : store);

    // Two different writes at once: one of them is stored.
    const contested = newKey();
    const both = await Promise.all([
      caller.raw(endpoint, input, contested),
      caller.raw(beside.name, beside.input, contested),
    ]);
    expect(both.filter(isStored)).toHaveLength(1);
    expect(both.map(errorOf)).toContainEqual(REUSED);
    const isFirst = both[0]?.ok === true;

    // The same write twice at once, unless it was stored just now: both get one answer.
    const key = isFirst ? contested : newKey();
    const [first, again] = await Promise.all([
      caller.raw(endpoint, input, key),
      caller.raw(endpoint, input, key),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(contentOf(again)).toEqual(contentOf(first));

    const stored = everythingIn(cloud);
    const ids = {
      sessionId: `${second.shopId}.l${MADE_UP}`,
      entryId: `${second.shopId}.e${MADE_UP}`,
    };
    const elsewhere = inputsAbout(second, {
      ...ids,
      declarationId: `${second.shopId}.d${MADE_UP}`,
      version: 1,
    });
    // Only a verifier can reuse a key for a decision.
    const following = WRITES.slice(WRITES.indexOf(endpoint) + 1);
    const next = following.find((name) => !DECISIONS.includes(name)) ?? 'shop.register';
    const others: [EndpointName, unknown][] = [
      [endpoint, otherInput(endpoint, input)],
      [endpoint, elsewhere[endpoint]],
      [next, elsewhere[next]],
      [beside.name, beside.input],
    ];
    for (const [name, other] of others) {
      // To register once more, or to join by a code, names no store: then it is the same input.
      const isSame = name === endpoint && JSON.stringify(other) === JSON.stringify(input);
      if (other !== null && !isSame)
        expect([name, await caller.refused(name, other, key)]).toEqual([name, REUSED]);
    }
    expect(everythingIn(cloud)).toEqual(stored);

    // The same letters are another key of another person.
    const other = `${person}-other`;
    const theirs = await prepareWrite(cloud, endpoint, other);
    const known = cloud.database.readAll('changes').length;
    expect(await callAs(cloud, other).raw(endpoint, theirs.input, key)).toMatchObject({ ok: true });
    expect(cloud.database.readAll('changes')).toHaveLength(known + 1);
  });

  it('replaces one of two entries, at once or one after the other', async () => {
    const store = await openStore(cloud, 'two-entries');
    const { owner, shopId } = store;
    const { id } = await sessionIn(store, 'ended');
    for (let round = 1; round <= 10; round += 1) {
      const amounts = [round * 1_000, round * 1_001];
      const entries = [];
      for (const amountFen of amounts) {
        const { entry } = await owner.ok('sales.record', buildPaid(shopId, id, { amountFen }));
        entries.push(entry);
      }
      const key = newKey();
      const inputs = entries.map((entry) =>
        buildCorrection(shopId, entry.id, { amountFen: round }),
      );
      const answers = await Promise.all(
        inputs.map((input) => owner.raw('sales.replace', input, key)),
      );
      expect(answers.filter(isStored)).toHaveLength(1);
      expect(answers.map(errorOf)).toContainEqual(REUSED);
      const loser = inputs[answers.findIndex(({ ok }) => !ok)];
      expect(await owner.refused('sales.replace', loser, key)).toEqual(REUSED);
      expect(await owner.refused('sales.undo', { shopId, entryId: loser?.entryId }, key)).toEqual(
        REUSED,
      );
      const paid = buildPaid(shopId, id, { amountFen: 5 });
      expect(await owner.refused('sales.record', paid, key)).toEqual(REUSED);
    }
  });
});
