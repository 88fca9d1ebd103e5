import { readFileSync } from 'node:fs';
import path from 'node:path';

import { SECRET_KEYS } from '../../cloud/repositories/secrets';
import { SCHEMA } from '../../cloud/database/schema';
import { RUNTIME } from '../../cloud/functions/settings';
import { FUNCTION_NAMES } from '../../config/build/build-functions';
import { builtScripts } from '../privacy/built-scripts';
import { dueDeclarations } from '../privacy/interfaces';
import { typedFields } from '../privacy/typed-fields';
import {
  type Release,
  type Upload,
  uploadFunctionArguments,
  uploadWeappArguments,
} from './ci-commands';
import {
  type Configuration,
  type Environment,
  NEEDED,
  readConfiguration,
  type StepName,
} from './config';
import { publishRuleSets, ruleSetLines } from './rules';
import { createCollections, schemaTable } from './schema';
import { checkSchemaVersion } from './schema-version';
import { openSdk } from './sdk';
import { SMOKE_CALLS, smoke } from './smoke';
import { runNpx, secretsOf, withProjectCopy } from './upload';

/** The steps of a deployment and their surroundings. */
export interface DeployOptions {
  /** The repository. */
  readonly root: string;
  readonly env: Environment;
  readonly steps: readonly StepName[];
  readonly release: Release;
  /** The instant of the deployment. */
  readonly now: string;
  readonly log: (line: string) => void;
  /** Builds the cloud functions, or the mini program for the environment. */
  readonly build: (target: 'functions' | 'weapp', env: Environment) => Promise<void>;
}

/** Names of variables in place of their values, for a plan. */
const PLACEHOLDERS: Configuration = {
  WEAPP_APPID: '$WEAPP_APPID',
  WEAPP_PRIVATE_KEY_PATH: '$WEAPP_PRIVATE_KEY_PATH',
  CLOUD_ENV: '$CLOUD_ENV',
  WEAPP_ROBOT: '$WEAPP_ROBOT',
  TENCENTCLOUD_SECRETID: '$TENCENTCLOUD_SECRETID',
  TENCENTCLOUD_SECRETKEY: '$TENCENTCLOUD_SECRETKEY',
  [SECRET_KEYS]: `$${SECRET_KEYS}`,
};

const CREATE_FIRST =
  'a function that does not exist is created by miniprogram-ci with Nodejs8.9 and 3 s, and a ' +
  'runtime cannot be changed later: create api, public and timer in the console first, with ' +
  RUNTIME;

interface FunctionConfig {
  readonly timeout: number;
  readonly memorySize: number;
  readonly triggers?: readonly object[];
}

function configOf(root: string, name: string): FunctionConfig {
  const file = path.join(root, 'cloud/functions', name, 'config.json');
  return JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig;
}

/** What the console must have, because no upload sets it. */
function settingsLines(root: string): string[] {
  return FUNCTION_NAMES.map((name) => {
    const { timeout, memorySize } = configOf(root, name);
    return `set in the console, once: ${name} ${String(timeout)} s, ${String(memorySize)} MB`;
  });
}

const VERSION_FIRST =
  `the documents must have schema version ${String(SCHEMA.version)}: the step schema checks it, ` +
  'this one cannot';

/** The triggers of functions, which no upload creates. */
function triggerLines(root: string): string[] {
  return FUNCTION_NAMES.flatMap((name) => {
    const { triggers = [] } = configOf(root, name);
    return triggers.map(
      (trigger) => `create the trigger of ${name} by hand, once: ${JSON.stringify(trigger)}`,
    );
  });
}

function functionCommands(upload: Upload, root: string): string[][] {
  return FUNCTION_NAMES.map((name) =>
    uploadFunctionArguments(upload, name, path.join(root, 'cloudfunctions', name)),
  );
}

function planOf(step: StepName, { root, release }: DeployOptions): string[] {
  const upload = { projectPath: '<copy>', configuration: PLACEHOLDERS };
  switch (step) {
    case 'schema':
      return [
        `stop when the documents have another schema version than ${String(SCHEMA.version)}`,
        'create the collections that are missing; indexes and rules in the console:',
        ...schemaTable(),
      ];
    case 'functions': {
      const commands = functionCommands(upload, root).map((args) => `npx ${args.join(' ')}`);
      return [
        VERSION_FIRST,
        'build cloudfunctions/',
        ...commands,
        CREATE_FIRST,
        ...settingsLines(root),
        ...triggerLines(root),
      ];
    }
    case 'rules':
      return ['publish into rule_sets what is not there:', ...ruleSetIds()];
    case 'smoke':
      return [`call public through wx-server-sdk: ${SMOKE_CALLS.join(', ')}`];
    case 'weapp':
      return [
        'build dist/weapp with CLOUD_ENV',
        `npx ${uploadWeappArguments(upload, release).join(' ')}`,
      ];
  }
}

function ruleSetIds(): string[] {
  return ruleSetLines().map((line) => (JSON.parse(line) as { _id: string })._id);
}

/** Logs the steps of a deployment. Needs no variable and changes nothing. */
export function plan(options: DeployOptions): void {
  const { steps, log } = options;
  for (const step of steps) {
    log(`\n${step} (needs ${NEEDED[step].join(', ')})`);
    for (const line of planOf(step, options)) log(`  ${line}`);
  }
  log('\nNothing was done. Add --yes to do it.');
}

async function uploadFunctions(
  options: DeployOptions,
  configuration: Configuration,
): Promise<void> {
  const { root, env, log } = options;
  await options.build('functions', env);
  const secrets = secretsOf(configuration);
  await withProjectCopy(root, configuration.WEAPP_APPID, async (projectPath) => {
    for (const args of functionCommands({ projectPath, configuration }, root)) {
      await runNpx(args, { cwd: projectPath, env, secrets, log });
    }
  });
  for (const line of [...settingsLines(root), ...triggerLines(root)]) log(line);
}

async function uploadWeapp(options: DeployOptions, configuration: Configuration): Promise<void> {
  const { root, env, release, log } = options;
  await options.build('weapp', { ...env, CLOUD_ENV: configuration.CLOUD_ENV });
  const scripts = builtScripts(path.join(root, 'dist/weapp'));
  for (const { item, because } of dueDeclarations(scripts, typedFields())) {
    log(`the privacy guide must declare ${item}: ${because.join(', ')}`);
  }
  const secrets = secretsOf(configuration);
  await withProjectCopy(root, configuration.WEAPP_APPID, (projectPath) => {
    const args = uploadWeappArguments({ projectPath, configuration }, release);
    return runNpx(args, { cwd: projectPath, env, secrets, log });
  });
}

async function doStep(
  step: StepName,
  options: DeployOptions,
  configuration: Configuration,
): Promise<void> {
  const { env, log } = options;
  switch (step) {
    case 'schema': {
      const sdk = openSdk(configuration, env);
      await createCollections(sdk, log);
      await checkSchemaVersion(sdk, options.now, log);
      log('create the indexes and rules in the console:');
      for (const line of schemaTable()) log(line);
      return;
    }
    case 'functions':
      return uploadFunctions(options, configuration);
    case 'rules':
      return publishRuleSets(openSdk(configuration, env), log);
    case 'smoke':
      return smoke(openSdk(configuration, env), log);
    case 'weapp':
      return uploadWeapp(options, configuration);
  }
}

/**
 * Deploys. The variables of all steps are checked before the first one begins. A step that fails ends
 * the deployment, which may be repeated.
 * @throws Error that names the missing variables, or the step that failed
 */
export async function deploy(options: DeployOptions): Promise<void> {
  const configuration = readConfiguration(options.env, options.steps, options.root);
  for (const step of options.steps) {
    options.log(`\n${step}`);
    try {
      await doStep(step, options, configuration);
    } catch (error) {
      const reason = error instanceof Error ? error.message : JSON.stringify(error);
      throw new Error(`${step} failed: ${reason}`);
    }
  }
}
