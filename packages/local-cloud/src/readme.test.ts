import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it, onTestFinished } from 'vitest';

import { USAGE } from './cli/arguments';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = join(root, 'example');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The code block that follows a text of the README. */
function blockAfter(text: string): string {
  const [, rest = ''] = readme.split(text);
  const [, block] = /```\w*\n([\s\S]*?)```/.exec(rest) ?? [];
  if (block === undefined) throw new Error(`no code block after ${text}`);
  return block;
}

describe('the example of the README', () => {
  const files = [...readme.matchAll(/^`([\w./-]+)`:$/gm)].map(([, file = '']) => file);

  it('shows the files of the example', () => {
    expect(files).toEqual(['functions/likes/index.js', 'schema.ts', 'main.ts']);
    for (const file of files) {
      expect(blockAfter(`\`${file}\`:`), file).toBe(readFileSync(join(example, file), 'utf8'));
    }
  });

  it('prints the output in the README', () => {
    const printed = execFileSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: example,
      encoding: 'utf8',
    });
    expect(printed).toBe(blockAfter('`npx tsx main.ts` prints'));
  });
});

describe('the command line of the README', () => {
  const bin = join(root, 'bin/local-cloud.mjs');

  it('starts a cloud that answers the request of the README', async () => {
    const data = mkdtempSync(join(tmpdir(), 'local-cloud-readme-'));
    const [program, name, ...args] = blockAfter('## Command line').trim().split(' ');
    expect([program, name]).toEqual(['npx', 'local-cloud']);
    const child = spawn(bin, [...args, '--data', data, '--port', '0'], { cwd: example });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /^local cloud ready on (\S+)\n$/.exec(line.toString())?.[1] ?? '';

    const [, person = '', body = '', path = ''] =
      /x-person: (\w+)' -d '(.*)' http:\/\/[^/]+(\S+)/.exec(
        blockAfter('`wx.cloud.callFunction` does'),
      ) ?? [];
    const headers = { 'x-person': person };
    const response = await fetch(url + path, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ result: { total: 1 } });

    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(readdirSync(data)).toContain('cloud.db');
    rmSync(data, { recursive: true });
  });

  it('prints the usage with --help, and after the error for a wrong option', () => {
    expect(execFileSync(bin, ['--help'], { encoding: 'utf8' })).toBe(`${USAGE}\n`);
    const fail = (): string => execFileSync(bin, ['--port', 'x'], { stdio: 'pipe' }).toString();
    expect(fail).toThrow(/--functions is missing[\s\S]*--rules <file>/);
  });
});

describe('the API tables of the README', () => {
  it('name what the entries export', async () => {
    const entries = {
      'local-cloud': '.',
      'local-cloud/data': './data',
      'local-cloud/simulation': './simulation',
      'local-cloud/testing': './testing',
    };
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, string>;
    };
    expect(Object.keys(manifest.exports)).toEqual(Object.values(entries));
    for (const [entry, key] of Object.entries(entries)) {
      const file = join(root, manifest.exports[key] ?? '');
      expect(existsSync(file)).toBe(true);
      const exported = Object.keys((await import(file)) as object);
      const [, section = ''] = readme.split(`\n\`${entry}\``);
      const table = section.split('\n\n').find((part) => part.startsWith('|')) ?? '';
      for (const name of exported) expect(table, `${entry}: ${name}`).toContain(name);
    }
  });
});
