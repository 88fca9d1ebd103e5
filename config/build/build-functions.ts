import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build, type Plugin } from 'esbuild';

/** The cloud functions, each an entry point `cloud/functions/<name>/index.ts`. */
export const FUNCTION_NAMES = ['api', 'public', 'timer'] as const;

const root = fileURLToPath(new URL('../..', import.meta.url));
const SDK = 'wx-server-sdk';

async function sdkVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const version = manifest.devDependencies[SDK];
  if (version === undefined) throw new Error(`package.json does not list ${SDK}`);
  return version;
}

/** The files of one function by name, built in memory. */
async function bundleFunction(
  name: string,
  version: string,
  plugins: Plugin[],
): Promise<Record<string, string>> {
  const source = path.join(root, 'cloud/functions', name);
  for (const file of ['index.ts', 'config.json']) {
    if (!existsSync(path.join(source, file))) {
      throw new Error(
        `Cannot build cloud function "${name}": cloud/functions/${name}/${file} is missing`,
      );
    }
  }
  const { outputFiles } = await build({
    entryPoints: [path.join(source, 'index.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: [SDK],
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: false,
    minify: false,
    logLevel: 'silent',
    absWorkingDir: root,
    plugins,
  });
  const manifest = { name, main: 'index.js', dependencies: { [SDK]: version } };
  return {
    'index.js': outputFiles.map(({ text }) => text).join(''),
    'config.json': await readFile(path.join(source, 'config.json'), 'utf8'),
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
  };
}

/**
 * Writes what changed, each file in one step: a host that runs the functions, or a second build at
 * the same time, finds the old file or the new one and never a part or a gap.
 */
async function writeChanged(folder: string, files: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const target = path.join(folder, name);
    if (existsSync(target) && (await readFile(target, 'utf8')) === text) continue;
    const draft = path.join(folder, `.${name}.${String(process.pid)}.${randomUUID()}`);
    await writeFile(draft, text);
    await rename(draft, target);
  }
}

/**
 * Bundles every cloud function into `<folder>/<name>/`: index.js (CommonJS, legible, the SDK
 * left outside), config.json and package.json. Safe beside running functions and other builds;
 * when one function fails to build, nothing is written.
 * @param plugins steps of the bundler beside its own; tests seed faults through them.
 * @throws Error naming the missing file when an entry point or its config does not exist.
 */
export async function buildFunctions(
  folder = path.join(root, 'cloudfunctions'),
  plugins: Plugin[] = [],
): Promise<void> {
  const version = await sdkVersion();
  const built = await Promise.all(
    FUNCTION_NAMES.map(async (name) => ({
      name,
      files: await bundleFunction(name, version, plugins),
    })),
  );
  for (const { name, files } of built) {
    await writeChanged(path.join(folder, name), files);
  }
}

async function main(): Promise<void> {
  await buildFunctions();
  console.log(`built cloudfunctions/{${FUNCTION_NAMES.join(',')}}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
