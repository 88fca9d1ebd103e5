import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { areSecretKeys, SECRET_KEYS } from '../../cloud/repositories/secrets';

/** The steps of a deployment, in their order. */
export const STEPS = ['schema', 'functions', 'rules', 'smoke', 'weapp'] as const;
/** One of {@link STEPS}. */
export type StepName = (typeof STEPS)[number];

/** Variables of the environment, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables a deployment reads. */
export type VariableName =
  | 'WEAPP_APPID'
  | 'WEAPP_PRIVATE_KEY_PATH'
  | 'CLOUD_ENV'
  | 'WEAPP_ROBOT'
  | 'TENCENTCLOUD_SECRETID'
  | 'TENCENTCLOUD_SECRETKEY'
  | typeof SECRET_KEYS;

/** Checked configuration. Variables that the chosen steps do not need may be empty. */
export type Configuration = Readonly<Record<VariableName, string>>;

const ciVariables: readonly VariableName[] = ['WEAPP_APPID', 'WEAPP_PRIVATE_KEY_PATH', 'CLOUD_ENV'];
const sdkVariables: readonly VariableName[] = [
  'CLOUD_ENV',
  'TENCENTCLOUD_SECRETID',
  'TENCENTCLOUD_SECRETKEY',
];

/** The variables that each step needs. */
export const NEEDED: Readonly<Record<StepName, readonly VariableName[]>> = {
  schema: sdkVariables,
  functions: [...ciVariables, SECRET_KEYS],
  rules: sdkVariables,
  smoke: sdkVariables,
  weapp: [...ciVariables, 'WEAPP_ROBOT'],
};

const DEFAULTS: Partial<Configuration> = { WEAPP_ROBOT: '1' };

/** The meaning of each variable and where to get it. */
const HELP: Readonly<Record<VariableName, string>> = {
  WEAPP_APPID: 'the mini program’s AppID: mp.weixin.qq.com, 开发管理, 开发设置',
  WEAPP_PRIVATE_KEY_PATH:
    'path of the code upload key, outside the repository: mp.weixin.qq.com, 开发管理, 开发设置, ' +
    '小程序代码上传; this machine’s address must be in the IP white list there',
  CLOUD_ENV: 'id of the cloud environment: the cloud console, 设置',
  WEAPP_ROBOT: 'which CI robot uploads, 1 to 30; default 1',
  TENCENTCLOUD_SECRETID: 'a Tencent Cloud API key id that may use the environment: console CAM',
  TENCENTCLOUD_SECRETKEY: 'the secret of that key',
  [SECRET_KEYS]:
    '<id>:<64 hexadecimal digits>, made once and kept safe: the same value is set in the console ' +
    'for api, public and timer (环境变量); without it phones cannot be read',
};

function keyProblem(file: string, root: string): string | undefined {
  const absolute = path.resolve(file);
  if (!path.relative(root, absolute).startsWith('..')) {
    return 'lies inside the repository, where it could be committed: move it out';
  }
  if (!existsSync(absolute)) return `there is no file ${file}`;
  return readFileSync(absolute, 'utf8').includes('PRIVATE KEY') ? undefined : 'is not a PEM key';
}

function problemOf(name: VariableName, value: string, root: string): string | undefined {
  switch (name) {
    case 'WEAPP_APPID':
      return /^wx[0-9a-f]{16}$/.test(value) ? undefined : 'is not “wx” and 16 hexadecimal digits';
    case 'CLOUD_ENV':
      return /^[a-z0-9][a-z0-9-]{2,63}$/i.test(value) ? undefined : 'is not an environment id';
    case 'WEAPP_ROBOT':
      return /^([1-9]|[12]\d|30)$/.test(value) ? undefined : 'is not a number from 1 to 30';
    case 'WEAPP_PRIVATE_KEY_PATH':
      return keyProblem(value, root);
    case SECRET_KEYS:
      return areSecretKeys(value) ? undefined : 'is not <id>:<64 hexadecimal digits>';
    case 'TENCENTCLOUD_SECRETID':
    case 'TENCENTCLOUD_SECRETKEY':
      return undefined;
  }
}

/**
 * Reads and checks the variables of the chosen steps.
 * @param root the repository: a key must lie outside it
 * @throws Error that names every missing or wrong variable and where to get it
 */
export function readConfiguration(
  env: Environment,
  steps: readonly StepName[],
  root: string,
): Configuration {
  const needed = new Set(steps.flatMap((step) => NEEDED[step]));
  const valueOf = (name: VariableName): string => env[name]?.trim() || (DEFAULTS[name] ?? '');
  const problems = [...needed].flatMap((name) => {
    const value = valueOf(name);
    if (value === '') return `${name} is not set: ${HELP[name]}`;
    const problem = problemOf(name, value, root);
    return problem === undefined ? [] : `${name} ${problem}: ${HELP[name]}`;
  });
  if (problems.length > 0) {
    const hint = `or do some steps only: --only ${STEPS.join(',')}`;
    throw new Error([...problems, hint].join('\n'));
  }
  return {
    WEAPP_APPID: valueOf('WEAPP_APPID'),
    // An absolute path, because the uploading tool runs in another folder.
    WEAPP_PRIVATE_KEY_PATH:
      valueOf('WEAPP_PRIVATE_KEY_PATH') && path.resolve(valueOf('WEAPP_PRIVATE_KEY_PATH')),
    CLOUD_ENV: valueOf('CLOUD_ENV'),
    WEAPP_ROBOT: valueOf('WEAPP_ROBOT'),
    TENCENTCLOUD_SECRETID: valueOf('TENCENTCLOUD_SECRETID'),
    TENCENTCLOUD_SECRETKEY: valueOf('TENCENTCLOUD_SECRETKEY'),
    [SECRET_KEYS]: valueOf(SECRET_KEYS),
  };
}
