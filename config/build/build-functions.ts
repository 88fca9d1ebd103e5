import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build, type BuildOptions, type Plugin } from 'esbuild';

import { packageFolderOf } from '../shipped-packages';

/** The cloud functions, each an entry point `cloud/functions/<name>/index.ts`. */
export const FUNCTION_NAMES = ['api', 'public', 'timer'] as const;

const root = fileURLToPath(new URL('../..', import.meta.url));
const SDK = 'wx-server-sdk';

/** What the cloud installs beside a bundle, down to the last package: `npm run lock:functions`. */
const LOCK = path.join(root, 'cloud/functions/package-lock.json');

interface Lock {
  name: string;
  packages: Record<string, { name?: string; version?: string }>;
}

/** The lock file of a function. @throws Error when it is that of another version of the SDK */
function lockOf(name: string, version: string, text: string): string {
  const lock = JSON.parse(text) as Lock;
  const locked = lock.packages[`node_modules/${SDK}`]?.version ?? 'none';
  if (locked !== version) {
    throw new Error(
      `cloud/functions/package-lock.json has ${SDK} ${locked} and package.json ${version}: ` +
        'npm run lock:functions',
    );
  }
  const packages = { ...lock.packages, '': { ...lock.packages[''], name } };
  return `${JSON.stringify({ ...lock, name, packages }, null, 2)}\n`;
}

async function sdkVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const version = manifest.devDependencies[SDK];
  if (version === undefined) throw new Error(`package.json does not list ${SDK}`);
  return version;
}

/** How one function is bundled. */
function optionsOf(name: string) {
  return {
    entryPoints: [path.join(root, 'cloud/functions', name, 'index.ts')],
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
  } as const satisfies BuildOptions;
}

/** Folders of the packages in the bundles, relative to the repository. */
export async function packagesInFunctions(): Promise<string[]> {
  const folders = new Set<string>();
  for (const name of FUNCTION_NAMES) {
    const { metafile } = await build({ ...optionsOf(name), metafile: true });
    const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
    for (const [file, { bytesInOutput }] of used) {
      const folder = bytesInOutput > 0 ? packageFolderOf(`/${file}`) : null;
      if (folder !== null) folders.add(folder.slice(1));
    }
  }
  return [...folders].sort();
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
    ...optionsOf(name),
    plugins,
  });
  const manifest = { name, main: 'index.js', dependencies: { [SDK]: version } };
  return {
    'index.js': outputFiles.map(({ text }) => text).join(''),
    'config.json': await readFile(path.join(source, 'config.json'), 'utf8'),
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'package-lock.json': lockOf(name, version, await readFile(LOCK, 'utf8')),
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
 * left outside), config.json, package.json and package-lock.json. Safe beside running functions and other builds;
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
