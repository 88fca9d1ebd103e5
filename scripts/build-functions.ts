import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

/** The cloud functions, each an entry point `cloud/functions/<name>/index.ts`. */
export const FUNCTION_NAMES = ['api', 'public', 'timer'] as const;

const root = fileURLToPath(new URL('..', import.meta.url));
const SDK = 'wx-server-sdk';

async function sdkVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const version = manifest.devDependencies[SDK];
  if (version === undefined) throw new Error(`package.json does not list ${SDK}`);
  return version;
}

async function buildFunction(name: string, version: string): Promise<void> {
  const source = path.join(root, 'cloud/functions', name);
  const target = path.join(root, 'cloudfunctions', name);
  for (const file of ['index.ts', 'config.json']) {
    if (!existsSync(path.join(source, file))) {
      throw new Error(
        `Cannot build cloud function "${name}": cloud/functions/${name}/${file} is missing`,
      );
    }
  }
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await build({
    entryPoints: [path.join(source, 'index.ts')],
    outfile: path.join(target, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: [SDK],
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: false,
    minify: false,
    logLevel: 'silent',
  });
  await copyFile(path.join(source, 'config.json'), path.join(target, 'config.json'));
  const manifest = { name, main: 'index.js', dependencies: { [SDK]: version } };
  await writeFile(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * Bundles every cloud function into `cloudfunctions/<name>/`: index.js (CommonJS, legible, the SDK
 * left outside), config.json and package.json.
 * @throws Error naming the missing file when an entry point or its config does not exist.
 */
export async function buildFunctions(): Promise<void> {
  const version = await sdkVersion();
  await Promise.all(FUNCTION_NAMES.map((name) => buildFunction(name, version)));
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
