import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Compiler } from 'webpack';

/** Where a build of the mini program lists the packages that it took modules from. */
export const SHIPPED_PACKAGES = path.resolve(__dirname, '../.cache/builds/weapp-packages.json');

/** Folder of the package that a file belongs to, or null for a file of ours. */
export function packageFolderOf(file: string): string | null {
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/'));
  return found?.[1] ?? null;
}

/** Writes the folders of the packages in a build, for `npm run licences`. */
export class ShippedPackages {
  /** Called by webpack. */
  apply(compiler: Compiler): void {
    compiler.hooks.done.tap('ShippedPackages', ({ compilation }) => {
      const folders = new Set<string>();
      for (const module of compilation.modules) {
        const { resource } = module as { resource?: string };
        const isChunked = compilation.chunkGraph.getNumberOfModuleChunks(module) > 0;
        const folder = resource === undefined || !isChunked ? null : packageFolderOf(resource);
        if (folder !== null) folders.add(path.relative(path.resolve(__dirname, '..'), folder));
      }
      mkdirSync(path.dirname(SHIPPED_PACKAGES), { recursive: true });
      writeFileSync(SHIPPED_PACKAGES, JSON.stringify([...folders].sort(), null, 2));
    });
  }
}
