import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import type { StaticFile } from './static-files';

const pageDir = fileURLToPath(new URL('page', import.meta.url));

async function bundleScript(): Promise<Buffer> {
  const result = await build({
    entryPoints: [path.join(pageDir, 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error('esbuild gave no output for desk/page/main.ts');
  return Buffer.from(output.contents);
}

/** Prepares the desk's own page in memory: its files by the path they are served under. */
export async function bundlePage(): Promise<ReadonlyMap<string, StaticFile>> {
  const [html, css, script] = await Promise.all([
    readFile(path.join(pageDir, 'index.html')),
    readFile(path.join(pageDir, 'style.css')),
    bundleScript(),
  ]);
  return new Map([
    ['/', { bytes: html, type: 'text/html; charset=utf-8' }],
    ['/desk/style.css', { bytes: css, type: 'text/css; charset=utf-8' }],
    ['/desk/main.js', { bytes: script, type: 'text/javascript; charset=utf-8' }],
  ]);
}
