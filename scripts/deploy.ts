import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { buildFunctions } from '../config/build/build-functions';
import { type Environment, type StepName, STEPS } from './deploy/config';
import { deploy, plan } from './deploy/deploy';
import { ruleSetLines } from './deploy/rules';
import { functionSecurityRules, plannedCollections, storageSecurityRule } from './deploy/schema';
import { runMain } from './run-main';

const USAGE = `npm run deploy -- [--only ${STEPS.join(',')}] [--yes] [--version <x.y.z>] [--description <text>]
npm run deploy -- --only schema --json    collections, indexes and rules as JSON
npm run deploy -- --only rules --json     rule sets as JSON lines, for the console's import`;

const root = fileURLToPath(new URL('..', import.meta.url));

const isStep = (name: string): name is StepName => STEPS.some((step) => step === name);

function readSteps(only: string | undefined): StepName[] {
  if (only === undefined) return [...STEPS];
  const names = only.split(',');
  const unknown = names.find((name) => !isStep(name));
  if (unknown !== undefined) throw new Error(`--only: there is no step ${unknown}`);
  return STEPS.filter((step) => names.includes(step));
}

function runTaro(env: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
    const child = spawn(process.execPath, [cli, 'build', '--type', 'weapp'], {
      cwd: root,
      env: { ...env, NODE_ENV: 'production' },
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error('taro build --type weapp failed'));
    });
  });
}

async function build(target: 'functions' | 'weapp', env: Environment): Promise<void> {
  if (target === 'functions') return buildFunctions();
  // The stamp of other builds does not hold the environment: after this build they must build again.
  rmSync(path.join(root, '.cache/builds/weapp'), { force: true });
  return runTaro(env);
}

function printJson(steps: readonly StepName[]): void {
  const [step] = steps;
  if (steps.length !== 1 || (step !== 'schema' && step !== 'rules')) {
    throw new Error('--json needs --only schema or --only rules');
  }
  if (step === 'rules') for (const line of ruleSetLines()) console.log(line);
  else {
    const functions = functionSecurityRules();
    console.log(
      JSON.stringify(
        { collections: plannedCollections(), functions, storage: storageSecurityRule() },
        null,
        2,
      ),
    );
  }
}

function versionOfPackage(): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string })
    .version;
}

async function main(): Promise<void> {
  const { env } = process;
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      yes: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      version: { type: 'string', default: env['WEAPP_VERSION'] ?? versionOfPackage() },
      description: { type: 'string', default: env['WEAPP_DESCRIPTION'] ?? '' },
    },
  });
  const steps = readSteps(values.only);
  if (values.json) {
    printJson(steps);
    return;
  }
  const { version, description } = values;
  const release = { version, description: description === '' ? `v${version}` : description };
  const now = new Date().toISOString();
  const options = { root, env, steps, release, now, log: console.log, build };
  if (values.yes) await deploy(options);
  else plan(options);
}

void runMain(main, USAGE);
