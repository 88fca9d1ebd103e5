import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { build } from 'esbuild';

/** A cloud function in source. */
export interface FunctionSource {
  /** Absolute path of the entry file. */
  readonly entry: string;
  /** Content of its config.json. */
  readonly config?: unknown;
}

/** Files by their path in the functions root. */
type Files = Readonly<Record<string, string>>;

async function bundle(name: string, { entry, config }: FunctionSource): Promise<Files> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['wx-server-sdk'],
    logLevel: 'error',
  });
  return {
    [join(name, 'index.js')]: outputFiles.map(({ text }) => text).join(''),
    [join(name, 'config.json')]: JSON.stringify(config ?? {}),
    // The bundle is CommonJS, also inside a package of ES modules.
    [join(name, 'package.json')]: JSON.stringify({ type: 'commonjs' }),
  };
}

/** Writes all files or none: other processes may write the same ones at this moment. */
function writeOnce(folder: string, files: Files): void {
  if (existsSync(folder)) return;
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(draft, file)), { recursive: true });
    writeFileSync(join(draft, file), text);
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Bundles functions for a test. The bundles lie under the hash of their content below
 * `node_modules/.cache` of the working directory, from where they find `wx-server-sdk`.
 * @param sources by the name of the function
 * @returns the folder, for `functionsRoot`
 */
export async function bundleFunctions(
  sources: Readonly<Record<string, FunctionSource>>,
): Promise<string> {
  const bundled = await Promise.all(
    Object.entries(sources).map(([name, source]) => bundle(name, source)),
  );
  const files: Files = Object.assign({}, ...bundled) as Files;
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const folder = join(process.cwd(), 'node_modules', '.cache', 'local-cloud', hash);
  writeOnce(folder, files);
  return folder;
}
