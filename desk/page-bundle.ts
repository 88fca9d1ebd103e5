import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import type { Face } from './arguments';
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

/**
 * Prepares the desk's own page in memory: its files by the path they are served under.
 * @param face the build its phone opens
 */
export async function bundlePage(face: Face): Promise<ReadonlyMap<string, StaticFile>> {
  const [html, css, script] = await Promise.all([
    readFile(path.join(pageDir, 'index.html'), 'utf8'),
    readFile(path.join(pageDir, 'style.css')),
    bundleScript(),
  ]);
  return new Map([
    [
      '/',
      {
        bytes: Buffer.from(html.replace('data-face="h5"', `data-face="${face}"`)),
        type: 'text/html; charset=utf-8',
      },
    ],
    ['/desk/style.css', { bytes: css, type: 'text/css; charset=utf-8' }],
    ['/desk/main.js', { bytes: script, type: 'text/javascript; charset=utf-8' }],
  ]);
}
