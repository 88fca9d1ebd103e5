import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import webpack, { Compilation, type Compiler, type WebpackPluginInstance } from 'webpack';

import { HashedCopies } from './plugin-hashed-copies';

/** Copies the only chunk as Taro copies a module that subpackages share. */
class CopyAsTaroDoes {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('Copy', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ANALYSE;
      compilation.hooks.processAssets.tap({ name: 'Copy', stage }, (assets) => {
        const asset = assets['main.js'];
        if (!asset) throw new Error('main.js was not built');
        const copy: unknown = {
          size: () => asset.size(),
          source: () => asset.source(),
          buffer: () => asset.buffer(),
          map: () => asset.map(),
          sourceAndMap: () => asset.sourceAndMap(),
          updateHash: () => undefined,
        };
        assets['copy.js'] = copy as typeof asset;
      });
    });
  }
}

describe('HashedCopies', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hashed-copies-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function build(text: string, plugins: WebpackPluginInstance[]): Promise<string> {
    writeFileSync(path.join(folder, 'entry.js'), `console.log(${JSON.stringify(text)});`);
    const compiler = webpack({
      mode: 'production',
      context: folder,
      entry: './entry.js',
      output: { path: path.join(folder, 'dist') },
      cache: { type: 'filesystem', cacheDirectory: path.join(folder, 'cache') },
      plugins: [...plugins, new CopyAsTaroDoes()],
    });
    await new Promise<void>((resolve, reject) => {
      compiler.run((error) => (error ? reject(error) : resolve()));
    });
    await new Promise<void>((resolve) => compiler.close(() => resolve()));
    return readFileSync(path.join(folder, 'dist/copy.js'), 'utf8');
  }

  it('writes the copy of this build, not one from the cache of an earlier build', async () => {
    expect(await build('first', [new HashedCopies()])).toContain('first');
    expect(await build('second', [new HashedCopies()])).toContain('second');
  });

  it('is needed: without it the copy of the earlier build is written', async () => {
    expect(await build('first', [])).toContain('first');
    expect(await build('second', [])).toContain('first');
  });
});
