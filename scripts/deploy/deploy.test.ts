import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type Environment, type StepName, STEPS } from './config';
import { deploy, type DeployOptions, plan } from './deploy';

const APPID = 'wx0123456789abcdef';
const PEM_LINE = 'MIIEowIBAAKCAQEAsecretsecretsecret';

/** Records its arguments, and prints secrets as a careless tool might. */
const FAKE_NPX = `#!/usr/bin/env node
const fs = require('node:fs');
const args = process.argv.slice(2);
const project = args.find((arg) => arg.startsWith('--project-path=')).slice('--project-path='.length);
const key = args.find((arg) => arg.startsWith('--private-key-path=')).slice('--private-key-path='.length);
const config = JSON.parse(fs.readFileSync(project + '/project.config.json', 'utf8'));
const hasApp = fs.existsSync(project + '/dist/weapp/app.json');
const seen = { args, project, config, hasApp, hasSecretKey: 'TENCENTCLOUD_SECRETKEY' in process.env };
fs.appendFileSync(process.env.RECORD, JSON.stringify(seen) + '\\n');
console.log('uploading with ' + fs.readFileSync(key, 'utf8'));
console.error('and ' + process.env.ALSO_PRINT);
process.exit(Number(process.env.FAIL ?? 0));
`;

interface Seen {
  args: string[];
  project: string;
  config: { appid: string; miniprogramRoot: string };
  hasApp: boolean;
  hasSecretKey: boolean;
}

let folder = '';
let root = '';
let env: Environment = {};
let lines: string[] = [];
let built: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huadu-deploy-test-'));
  root = join(folder, 'repository');
  for (const name of ['api', 'public', 'timer']) {
    mkdirSync(join(root, 'cloud/functions', name), { recursive: true });
    const triggers =
      name === 'timer' ? [{ name: 't', type: 'timer', config: '0 */5 * * * * *' }] : [];
    writeFileSync(
      join(root, 'cloud/functions', name, 'config.json'),
      JSON.stringify({ timeout: name.length, memorySize: 256, triggers }),
    );
  }
  mkdirSync(join(root, 'dist/weapp'), { recursive: true });
  writeFileSync(join(root, 'dist/weapp/app.json'), '{}');
  const config = { appid: 'touristappid', miniprogramRoot: 'dist/weapp/' };
  writeFileSync(join(root, 'project.config.json'), JSON.stringify(config));
  const pem = `-----BEGIN RSA PRIVATE KEY-----\n${PEM_LINE}\n-----END RSA PRIVATE KEY-----\n`;
  writeFileSync(join(folder, 'key.pem'), pem);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'npx'), FAKE_NPX);
  chmodSync(join(bin, 'npx'), 0o755);
  env = {
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    RECORD: join(folder, 'record.jsonl'),
    WEAPP_APPID: APPID,
    WEAPP_PRIVATE_KEY_PATH: join(folder, 'key.pem'),
    CLOUD_ENV: 'huadu-1a2b',
    WEAPP_ROBOT: '7',
    TENCENTCLOUD_SECRETID: 'secret-id-of-the-key',
    TENCENTCLOUD_SECRETKEY: 'secret-key-of-the-key',
    HUADU_SECRET_KEYS: `k1:${'0a'.repeat(32)}`,
    ALSO_PRINT: 'secret-key-of-the-key',
  };
  lines = [];
  built = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function optionsFor(steps: readonly StepName[]): DeployOptions {
  return {
    root,
    env,
    steps,
    release: { version: '1.2.3', description: 'a note; with $(words)' },
    now: '2026-11-28T00:00:00.000Z',
    log: (line) => lines.push(line),
    build: async (target, used) => {
      built.push(`${target} ${used['CLOUD_ENV'] ?? ''}`);
    },
  };
}

function recorded(): Seen[] {
  return readFileSync(env['RECORD'] ?? '', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Seen);
}

describe('uploading', () => {
  it('runs miniprogram-ci through npx with exactly these arguments', async () => {
    await deploy(optionsFor(['functions', 'weapp']));
    const calls = recorded();
    const project = (call: Seen | undefined): string[] => [
      `--appid=${APPID}`,
      `--project-path=${call?.project ?? ''}`,
      `--private-key-path=${join(folder, 'key.pem')}`,
    ];
    const functions = ['api', 'public', 'timer'].map((name, index) => [
      '--yes',
      'miniprogram-ci@2.1.42',
      'cloud',
      'functions',
      'upload',
      ...project(calls[index]),
      '--env=huadu-1a2b',
      `--name=${name}`,
      `--path=${join(root, 'cloudfunctions', name)}`,
      '--remote-npm-install',
    ]);
    const weapp = [
      '--yes',
      'miniprogram-ci@2.1.42',
      'upload',
      ...project(calls[3]),
      '--upload-version=1.2.3',
      '--upload-description=a note; with $(words)',
      '--robot=7',
      '--use-project-config',
    ];
    expect(calls.map(({ args }) => args)).toEqual([...functions, weapp]);
    expect(built).toEqual(['functions huadu-1a2b', 'weapp huadu-1a2b']);
  });

  it('writes the AppID into a copy that is removed afterwards, never into the repository', async () => {
    await deploy(optionsFor(['weapp']));
    const [call] = recorded();
    expect(call?.config).toEqual({ appid: APPID, miniprogramRoot: 'dist/weapp/' });
    expect(call?.hasApp).toBe(true);
    expect(call?.project.startsWith(root)).toBe(false);
    expect(existsSync(call?.project ?? '')).toBe(false);
    expect(readFileSync(join(root, 'project.config.json'), 'utf8')).toContain('touristappid');
  });

  it('never prints a key, nor passes the API keys on', async () => {
    await deploy(optionsFor(['functions', 'weapp']));
    const output = lines.join('\n');
    expect(output).toContain('uploading with');
    expect(output).toContain('[hidden]');
    for (const secret of [PEM_LINE, 'secret-id-of-the-key', 'secret-key-of-the-key']) {
      expect(output).not.toContain(secret);
    }
    expect(recorded().map(({ hasSecretKey }) => hasSecretKey)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('ends at the first failure, with the name of the step', async () => {
    env = { ...env, FAIL: '3' };
    await expect(deploy(optionsFor(['functions', 'weapp']))).rejects.toThrow(
      'functions failed: npx miniprogram-ci@2.1.42 ended with 3',
    );
    expect(recorded()).toHaveLength(1);
    expect(built).toEqual(['functions huadu-1a2b']);
  });

  it('prints the time and memory of each function, which no upload sets', async () => {
    await deploy(optionsFor(['functions']));
    for (const name of ['api 3', 'public 6', 'timer 5']) {
      expect(lines).toContain(`set in the console, once: ${name} s, 256 MB`);
    }
  });

  it('prints what the privacy guide must declare for the program that was built', async () => {
    writeFileSync(join(root, 'dist/weapp/app.js'), 'wx.setClipboardData({})');
    await deploy(optionsFor(['weapp']));
    expect(lines).toContain('the privacy guide must declare 剪切板: wx.setClipboardData');
    expect(lines.join('\n')).not.toContain('位置信息');
  });

  it('prints the trigger that must be created by hand', async () => {
    await deploy(optionsFor(['functions']));
    expect(lines.join('\n')).toContain('create the trigger of timer by hand, once: {"name":"t"');
  });
});

describe('configuration', () => {
  const refusal = async (steps: readonly StepName[]): Promise<string> => {
    const error = await deploy(optionsFor(steps)).then(
      () => undefined,
      (cause: unknown) => cause,
    );
    return error instanceof Error ? error.message : 'was not refused';
  };

  it('names every missing variable and where to get it, before anything is built', async () => {
    env = { PATH: env['PATH'] };
    const message = await refusal(STEPS);
    for (const name of [
      'WEAPP_APPID',
      'WEAPP_PRIVATE_KEY_PATH',
      'CLOUD_ENV',
      'TENCENTCLOUD_SECRETID',
      'TENCENTCLOUD_SECRETKEY',
      'HUADU_SECRET_KEYS',
    ]) {
      expect(message).toContain(`${name} is not set: `);
    }
    expect(message).not.toContain('WEAPP_ROBOT');
    expect(message).toContain('--only');
    expect(built).toEqual([]);
  });

  it('needs only the variables of the chosen steps', async () => {
    env = { ...env, TENCENTCLOUD_SECRETID: undefined, TENCENTCLOUD_SECRETKEY: ' ' };
    expect(await refusal(['smoke'])).toContain('TENCENTCLOUD_SECRETKEY is not set');
    expect(await refusal(['functions', 'weapp'])).toBe('was not refused');
  });

  it.each([
    ['WEAPP_APPID', 'touristappid', 'is not “wx”'],
    ['WEAPP_ROBOT', '31', 'is not a number from 1 to 30'],
    ['WEAPP_ROBOT', '0', 'is not a number from 1 to 30'],
    ['CLOUD_ENV', 'a b', 'is not an environment id'],
    ['WEAPP_PRIVATE_KEY_PATH', '/nowhere/key.pem', 'there is no file'],
  ])('refuses %s=%s', async (name, value, words) => {
    env = { ...env, [name]: value };
    expect(await refusal(['weapp'])).toContain(`${name} ${words}`);
  });

  it('refuses a key inside the repository, and a file that is no key', async () => {
    const inside = join(root, 'key.pem');
    writeFileSync(inside, readFileSync(join(folder, 'key.pem')));
    env = { ...env, WEAPP_PRIVATE_KEY_PATH: inside };
    expect(await refusal(['weapp'])).toContain('inside the repository');
    writeFileSync(join(folder, 'note.txt'), 'hello');
    env = { ...env, WEAPP_PRIVATE_KEY_PATH: join(folder, 'note.txt') };
    expect(await refusal(['weapp'])).toContain('is not a PEM key');
  });
});

describe('the plan', () => {
  it('needs nothing, runs nothing, and shows the commands', () => {
    const path = env['PATH'];
    env = { PATH: path, RECORD: env['RECORD'] };
    plan(optionsFor(STEPS));
    const output = lines.join('\n');
    expect(output).toContain('npx --yes miniprogram-ci@2.1.42 upload --appid=$WEAPP_APPID');
    expect(output).toContain('--name=timer');
    expect(output).toContain('Nothing was done. Add --yes to do it.');
    expect(existsSync(env['RECORD'] ?? '')).toBe(false);
    expect(built).toEqual([]);
  });
});
