import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a clean clone does not hold. */
const NOT_CLONED = new Set([
  '.cache',
  '.data',
  '.git',
  'cloudfunctions',
  'dist',
  'node_modules',
  'test-results',
]);

/** A folder that looks like a clean clone after `npm ci`. */
export interface Copy {
  readonly folder: string;
  remove(): void;
}

/** Copies the sources; the packages are the installed ones, by a link. */
export function copySources(): Copy {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-start-'));
  cpSync(root, folder, {
    recursive: true,
    filter: (source) => !NOT_CLONED.has(path.relative(root, source)),
  });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Babel as Taro's template for new projects sets it up. */
const TARO_BABEL = `module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
};
`;

/** The least that `taro build` needs; everything else keeps Taro's default. */
const TARO_CONFIG = `module.exports = {
  projectName: 'bench-start',
  date: '2026-11-27',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  // app.config.ts is run by the build, and reads it.
  defineConstants: { COMPONENT_FRAMEWORK: '"glass-easel"' },
  framework: 'react',
  compiler: 'webpack5',
  mini: {},
  h5: {},
};
`;

/** As `copySources`, with Taro's default configuration in place of the product's. */
export function copyWithTaroDefaults(): Copy {
  const copy = copySources();
  const config = path.join(copy.folder, 'config');
  rmSync(config, { recursive: true });
  mkdirSync(config);
  writeFileSync(path.join(config, 'index.js'), TARO_CONFIG);
  writeFileSync(path.join(copy.folder, 'babel.config.js'), TARO_BABEL);
  return copy;
}
