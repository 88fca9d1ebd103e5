import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const RULE = 'local/only-documents-in-transaction';
/** Path of the code that is checked, so that it is checked with the types of the repository. */
const PLACE = 'cloud/endpoint/write.ts';

const IMPORTS = `
import { increment, readById, readList, tx } from '../database/database';
import type { Transaction } from '../database/database';
import type { ShopDoc } from '../database/documents';
import { writeOnce } from '../repositories/changes';
import type { IntendedWrite } from '../repositories/changes';
import { listedKey } from '../repositories/ids';
import { ruleSetKeyOf } from '../../src/domain/incentive/rule-set';
import * as people from '../repositories/people';
import { seatsOf } from '../repositories/people';
declare const write: IntendedWrite;
declare const db: { collection(name: string): any };
declare const given: (t: Transaction, id: string) => Promise<void>;
declare const run: (body: (call: { input: string; t: Transaction }) => Promise<void>) => void;
declare const givenCall: (call: { input: string; t: Transaction }) => Promise<void>;
`;

const eslint = new ESLint({
  // Other rules need most of the time, and their messages are not looked at.
  ruleFilter: ({ ruleId }) => ruleId === RULE,
  overrideConfig: {
    languageOptions: {
      parserOptions: {
        projectService: false,
        project: 'tests/architecture/tsconfig.rule.json',
        // With CI=true the types would be those of the files, not of the code that is checked here.
        disallowAutomaticSingleRunInference: true,
      },
    },
  },
});

/** The rule's messages about some code. */
async function messagesOf(code: string, filePath = PLACE): Promise<string[]> {
  const text = IMPORTS + code;
  const [result] = await eslint.lintText(text, { filePath });
  const messages = result?.messages ?? [];
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.filter(({ ruleId }) => ruleId === RULE).map(({ message }) => message);
}

// The first check loads the types of the repository, which takes long on a busy machine.
beforeAll(() => messagesOf(''), 120_000);

describe('inside a transaction', () => {
  it.each([
    ['a query of the SDK', `tx((t) => db.collection('shops').where({}).get());`],
    ['an aggregate', `tx(async (t) => { await db.collection('shops').aggregate().end(); });`],
    ['a conditional update', `tx(async () => db.collection('a').where({}).update({}));`],
  ])('%s is refused', async (_what, code) => {
    expect(await messagesOf(code)).toEqual([
      expect.stringMatching(/single documents only: the SDK sends \.(where|aggregate)\(\) without/),
    ]);
  });

  it.each([
    ['a read by id', `tx(async (t) => { await readById('shops', 'a'); });`, 'readById'],
    ['a list', `tx((t) => readList('shops', {}, { orderBy: [], limit: 1 }));`, 'readList'],
    [
      'a repository',
      `writeOnce(write, async (t) => { const shop = await seatsOf('a'); return { shopId: 'a', data: shop }; });`,
      'seatsOf',
    ],
    [
      'a repository through a namespace import',
      `tx((t) => people.seatsOf('a'));`,
      'people.seatsOf',
    ],
    ['a transaction of its own', `tx((t) => tx((u) => u.get('shops', 'a')));`, 'tx'],
    [
      'a named function that takes one',
      `async function save(t: Transaction) { await seatsOf('a'); }`,
      'seatsOf',
    ],
    [
      'a function that destructures one',
      `export const save = async ({ t, id }: { t: Transaction; id: string }) => { await seatsOf(id); };`,
      'seatsOf',
    ],
    [
      'a method',
      `export const books = { async save(id: string, t?: Transaction) { await seatsOf(id); } };`,
      'seatsOf',
    ],
    [
      'a function within',
      `tx(async (t) => { await Promise.all(['a'].map((id) => seatsOf(id))); });`,
      'seatsOf',
    ],
    [
      'a function whose parameter contains one',
      `const body = async (call: { input: string; t: Transaction }) => { await seatsOf(call.input); };`,
      'seatsOf',
    ],
    [
      'a callback that does not use the one in its parameter',
      `run(async ({ input }) => { await seatsOf(input); });`,
      'seatsOf',
    ],
    [
      'a callback without a parameter',
      `writeOnce(write, async () => { await seatsOf('a'); return { shopId: 'a', data: 1 }; });`,
      'seatsOf',
    ],
  ])('%s is refused', async (_what, code, name) => {
    const messages = await messagesOf(code);
    expect(messages).toEqual([
      expect.stringMatching(/\(\) is not given the transaction: it runs outside/),
    ]);
    expect(messages[0]).toMatch(new RegExp(`^${name}\\(`));
  });

  it('every violation is reported', async () => {
    const code = `tx(async (t) => { await seatsOf('a'); await seatsOf('b'); });`;
    expect(await messagesOf(code)).toHaveLength(2);
  });

  it.each([
    [
      'its own operations',
      `tx(async (t) => { const shop = await t.get('shops', 'a'); await t.update('shops', 'a', { version: increment(1) }); return shop; });`,
    ],
    ['a function without a query', `tx(async (t) => listedKey('a', 'b'));`],
    [
      'a synchronous function',
      `writeOnce(write, async (t) => ({ shopId: listedKey('a', 'b'), data: ruleSetKeyOf.name }));`,
    ],
    ['a function that takes the transaction', `tx((t) => given(t, 'a'));`],
    ['a function that takes the call with the transaction', `run((call) => givenCall(call));`],
    [
      'a repository that takes the transaction',
      `run((call) => shops.saveShop(call.t, {} as ShopDoc).then());`,
    ],
    [
      'its own helpers',
      `const help = async (t: Transaction, shop: ShopDoc) => { await t.set('shops', shop._id, shop); }; tx((t) => help(t, {} as ShopDoc));`,
    ],
    [
      'a callback parameter',
      `export const again = (work: (t: Transaction) => Promise<void>) => tx((t) => work(t));`,
    ],
  ])('%s is accepted', async (_what, code) => {
    expect(await messagesOf(code)).toEqual([]);
  });
});

describe('a repository with helpers of its own', () => {
  const HELPERS = `
const whole = async (t: Transaction, id: string) => { await t.get('shops', id); };
const unpacked = async ({ t }: { t: Transaction }) => { await t.get('shops', 'a'); };
const loose = async (id: string) => { await readById('shops', id); };`;
  const inRepository = (code: string): Promise<string[]> =>
    messagesOf(HELPERS + code, 'cloud/repositories/rule-sets.ts');

  it('may call helpers that take the transaction', async () => {
    const code = `tx(async (t) => { await whole(t, 'a'); await unpacked({ t }); });`;
    expect(await inRepository(code)).toEqual([]);
  });

  it('may not call other helpers', async () => {
    expect(await inRepository(`tx((t) => loose('a'));`)).toEqual([
      expect.stringMatching(/^loose\(\) is not given the transaction/),
    ]);
  });
});

describe('outside a transaction', () => {
  it.each([
    [
      'before and after',
      `export const f = async () => { await seatsOf('a'); await tx((t) => t.get('shops', 'a')); await seatsOf('a'); };`,
    ],
    [
      'with the work as a parameter',
      `export const f = async (work: (t: Transaction) => Promise<void>) => { await seatsOf('a'); await tx(work); };`,
    ],
    ['a query', `export const f = () => db.collection('shops').where({}).get();`],
  ])('everything is accepted: %s', async (_what, code) => {
    expect(await messagesOf(code)).toEqual([]);
  });

  it('another type named Transaction is not a transaction', async () => {
    const code = `namespace bank { export interface Transaction { sum: number } }
export const f = (t: bank.Transaction) => seatsOf(String(t.sum));`;
    expect(await messagesOf(code)).toEqual([]);
  });
});
