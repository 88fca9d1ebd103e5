import './in-node';

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { CompiledBuild } from './compile/build';
import { BUILT_IN_TAGS } from './compile/built-in-tags';
import { program } from './host/small-program.fixture';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = join(root, 'example');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the example of the README', () => {
  it('shows the files of the example', () => {
    const blocks = [...readme.matchAll(/^`([\w./-]+\.\w+)`.*:\n\n```\w+\n([\s\S]*?)```/gm)];
    expect(blocks.map(([, file]) => file)).toEqual([
      'program/app.json',
      'program/app.js',
      'program/pages/photo.wxml',
      'program/pages/photo.js',
      'photo.test.ts',
      'serve.ts',
    ]);
    for (const [, file = '', block] of blocks) {
      expect(block, file).toBe(readFileSync(join(example, file), 'utf8'));
    }
  });

  it('serves a page with host and program', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'serve.ts'], {
      cwd: example,
      env: { ...process.env, PORT: String(await findFreePort()) },
    });
    onTestFinished(() => void child.kill());
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = new URL(line.toString().trim());
    expect(url.hash).toBe('#/pages/photo?id=p1');
    expect(await (await fetch(url)).text()).toContain('src="/weapp/host.js"');
    const host = await fetch(new URL('/weapp/host.js', url));
    expect(host.headers.get('content-type')).toContain('text/javascript');
    expect(await host.text()).toContain('weapp-runtime:share-card');
    const build = (await (await fetch(new URL('/weapp/build.json', url))).json()) as CompiledBuild;
    expect(build.app.pages).toEqual(['pages/photo']);
  });
});

describe('the lists of the README', () => {
  /** The names in code style of the list item that begins with a text. */
  function namesAfter(text: string): string[] {
    const [item = ''] = (readme.split(`- **${text}**:`)[1] ?? '').split(/\n(?! )/);
    return [...item.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name);
  }

  it('contain every member of wx and of wx.cloud', () => {
    const { page } = program({
      'a.js': 'Page({ data: { wx: Object.keys(wx), cloud: Object.keys(wx.cloud) } })',
    });
    const { wx, cloud } = page.instance.data as { wx: string[]; cloud: string[] };
    const documented = wx.filter((name) => name !== 'webpackJsonp');
    expect(namesAfter('`wx`')).toEqual(documented.sort());
    expect(namesAfter('`wx.cloud`')).toEqual(cloud.sort());
  });

  it('contain every built-in component', () => {
    expect(namesAfter('Built-in components')).toEqual([...BUILT_IN_TAGS].sort());
  });

  it('contain every value that an entry exports', async () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, string>;
    };
    for (const [key, file] of Object.entries(manifest.exports)) {
      const entry = `weapp-runtime${key.slice(1)}`;
      const [, section = ''] = readme.split(`\n\`${entry}\`: for`);
      const table = section.split('\n\n').find((part) => part.startsWith('|')) ?? '';
      for (const name of Object.keys((await import(join(root, file))) as object)) {
        expect(table, `${entry}: ${name}`).toContain(name);
      }
    }
  });
});
