import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { buildFunctions } from './build-functions';
import { type Stamp, stampOf } from './stamp';

/** What can be built: the cloud functions, the browser face, the mini program. */
export type BuildTarget = 'functions' | 'h5' | 'weapp';

/** Receives one line of progress at a time, without a line break. */
export type Log = (line: string) => void;

interface Recipe {
  title: string;
  /** Files and folders whose content decides whether the output is stale. */
  inputs: string[];
  /** Written last by the build; when it is gone, the output is stale. */
  outputs: string[];
  run: () => Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamps = path.join(root, '.cache/builds');

const inRoot = (relative: string): string => path.join(root, relative);

/** A build makes many short-lived objects: more room for them means fewer collections. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];

const taroInputs = ['src', 'config', 'babel.config.js', 'package.json', 'package-lock.json'];

const recipes: Record<BuildTarget, Recipe> = {
  functions: {
    title: '云函数 cloud functions',
    inputs: [
      'cloud',
      'src/domain',
      'src/incentives',
      'src/contract',
      'config/build/build-functions.ts',
      'package.json',
      'package-lock.json',
    ],
    outputs: ['api', 'public', 'timer'].map((name) => `cloudfunctions/${name}/package.json`),
    run: buildFunctions,
  },
  h5: {
    title: '网页 browser build',
    inputs: taroInputs,
    outputs: ['dist/h5/index.html'],
    run: () => runTaro('h5'),
  },
  weapp: {
    title: '小程序 mini program',
    inputs: [...taroInputs, 'project.config.json'],
    outputs: ['dist/weapp/app.json', 'dist/weapp/app.js'],
    run: () => runTaro('weapp'),
  },
};

function readStamp(file: string): Stamp | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    // Cut short, or written by an earlier version: the output counts as stale.
    return null;
  }
}

/** Taro's own progress bars are for one terminal and one build: shown only when it fails. */
function runTaro(type: 'h5' | 'weapp'): Promise<void> {
  return new Promise((resolve, reject) => {
    const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
    const child = spawn(process.execPath, [...NODE_OPTIONS, cli, 'build', '--type', type], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`taro build --type ${type} failed\n${Buffer.concat(output).toString()}`));
    });
  });
}

async function build(target: BuildTarget, log: Log): Promise<void> {
  const { title, outputs, run } = recipes[target];
  log(`${title} … building`);
  const startedAt = performance.now();
  await run();
  const missing = outputs.find((file) => !existsSync(inRoot(file)));
  if (missing !== undefined) throw new Error(`The build of ${target} left no ${missing}`);
  log(`${title} … built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

async function buildIfStale(target: BuildTarget, log: Log): Promise<void> {
  const { title, inputs, outputs } = recipes[target];
  const stampFile = path.join(stamps, `${target}.json`);
  const kept = readStamp(stampFile);
  const current = stampOf(root, inputs, kept);
  if (kept?.content === current.content && outputs.every((file) => existsSync(inRoot(file)))) {
    log(`${title} … up to date`);
    if (kept.metadata === current.metadata) return;
  } else {
    await build(target, log);
  }
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stampFile, JSON.stringify(current));
}

/**
 * Builds the targets whose inputs changed (by content) since they were last built, in order.
 * @param log gets a line when a build begins and when it is done
 * @throws Error holding the tool's whole output when a step fails
 */
export async function buildStale(targets: readonly BuildTarget[], log: Log): Promise<void> {
  for (const target of targets) await buildIfStale(target, log);
}

function isTarget(name: string): name is BuildTarget {
  return Object.hasOwn(recipes, name);
}

async function main(names: string[]): Promise<void> {
  const unknown = names.find((name) => !isTarget(name));
  if (unknown !== undefined) throw new Error(`Unknown build target "${unknown}"`);
  const targets = names.filter(isTarget);
  await buildStale(targets.length > 0 ? targets : ['functions', 'h5', 'weapp'], console.log);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
