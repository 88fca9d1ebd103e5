// The role of a verifier as the operator gives and takes it: the command on the data of a real cloud.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { EndpointName } from '../../src/contract/endpoints';
import { COMPLETE_DISCLOSURE, buildRegistration } from '../testkit/builders';
import { startChildCloud } from '../testkit/child-cloud';
import { newKey } from '../testkit/cloud';

const LIST = { kind: 'identity', list: 'waiting', cursor: null };

interface Answered {
  code: string | null;
  data: unknown;
}

describe('npm run verifier', () => {
  let folder = '';
  let data = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'huadu-verifier-'));
    data = join(folder, 'data');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => {
    const script = ['--import', 'tsx', 'scripts/verifier.ts', ...args, '--data', data];
    const { status, stdout, stderr } = spawnSync(process.execPath, script, { encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  type Call = (person: string, endpoint: EndpointName, input: object) => Promise<Answered>;
  /** Runs the cloud for as long as `work` takes: the command wants its data to itself. */
  const withCloud = async <T>(work: (call: Call) => Promise<T>): Promise<T> => {
    const cloud = await startChildCloud(data);
    try {
      return await work(async (person, endpoint, input) => {
        const answer = await cloud.call(person, { endpoint, input, requestKey: newKey() });
        return answer.ok
          ? { code: null, data: answer.data }
          : { code: answer.error.code, data: null };
      });
    } finally {
      await cloud.end('SIGTERM');
    }
  };
  const codeOf = async (person: string) =>
    withCloud(async (call) => (await call(person, 'review.list', LIST)).code);

  it('grants the role, lists who has it, and takes it away with the next call', async () => {
    expect(await codeOf('he')).toBe('not_allowed');
    const granted = run('grant', 'he', '--name', '小何');
    expect(granted).toEqual({ status: 0, stdout: 'he is a verifier, as 小何\n', stderr: '' });
    expect(await codeOf('he')).toBeNull();
    expect(await codeOf('lin')).toBe('not_allowed');
    expect(run('list').stdout).toMatch(/^he {2}小何 {2}since \d{4}-\d\d-\d\dT[\d:.]+Z\n$/);
    const removed = run('remove', 'he');
    expect(removed.stdout).toBe('he is no verifier; their next call is refused\n');
    expect(await codeOf('he')).toBe('not_allowed');
    expect(run('list').stdout).toBe('');
  }, 90_000);

  it('grants it by the receipt number of what a person handed in, and keeps their store', async () => {
    const receipt = await withCloud(async (call) => {
      const { data: registered } = await call('lin', 'shop.register', buildRegistration());
      const { shop } = registered as {
        shop: { id: string; version: number; accounts: { id: string; hostId: string }[] };
      };
      const { name, legalForm, lineOfBusiness, place, account } = buildRegistration();
      const [first] = shop.accounts;
      const accounts = [{ ...account, id: first?.id ?? null, hostId: first?.hostId ?? null }];
      const edit = { name, legalForm, lineOfBusiness, place, accounts, intro: '', phone: null };
      const about = { shopId: shop.id, version: shop.version };
      const complete = { ...about, ...edit, disclosure: COMPLETE_DISCLOSURE };
      const { data: updated } = await call('lin', 'shop.update', complete);
      const { version } = (updated as { shop: { version: number } }).shop;
      const { data: handed } = await call('lin', 'shop.submit', { shopId: shop.id, version });
      return (handed as { shop: { verification: { receipt: string } } }).shop.verification.receipt;
    });
    expect(receipt).toMatch(/^HD-/);
    expect(run('grant', receipt, '--name', '小林').stdout).toBe('lin is a verifier, as 小林\n');
    const [code, mine] = await withCloud(async (call) => [
      (await call('lin', 'review.list', LIST)).code,
      (await call('lin', 'shop.mine', {})).data,
    ]);
    expect(code).toBeNull();
    expect(mine).toMatchObject({ isVerifier: true, shops: [{}] });
  }, 60_000);

  it('refuses what it does not understand with its usage, and changes nothing', async () => {
    await codeOf('he');
    const refusals: [string[], string][] = [
      [['promote', 'he'], 'say what to do: grant, remove or list'],
      [['grant', '--name', '小何'], 'name a person: an openid, or a receipt number'],
      [['grant', 'he'], '--name is missing or unfit'],
      [['grant', 'he', '--name', '何'.repeat(41)], '--name is missing or unfit'],
      [['remove', 'HD-20261128-NONE22'], 'nothing has the receipt number HD-20261128-NONE22'],
    ];
    for (const [args, sentence] of refusals) {
      const { status, stdout, stderr } = run(...args);
      expect([status, stdout], args.join(' ')).toEqual([1, '']);
      expect(stderr).toContain(sentence);
      expect(stderr).toContain('npm run verifier -- grant');
    }
    expect(run('list')).toMatchObject({ status: 0, stdout: '' });
  }, 60_000);

  it('does not touch the data of a cloud that is running', async () => {
    const refused = await withCloud(async () => run('grant', 'he', '--name', '小何'));
    expect(refused.status).toBe(1);
    expect(await codeOf('he')).toBe('not_allowed');
  }, 60_000);
});
