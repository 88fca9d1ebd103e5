import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { SECRET_KEYS } from '../../cloud/repositories/secrets';
import type { Configuration, Environment } from './config';

type Log = (line: string) => void;

/** Variables that are withheld from the uploading tool, which signs with the key file alone. */
const SECRETS = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', SECRET_KEYS];

/** Hides secrets in a line of output. */
function hider(secrets: readonly string[]): (line: string) => string {
  const shown = secrets.map((secret) => secret.trim()).filter((secret) => secret.length > 7);
  return (line) => shown.reduce((text, secret) => text.replaceAll(secret, '[hidden]'), line);
}

/** The secret values of the configuration: API keys, and each line of the PEM. */
export function secretsOf(configuration: Configuration): string[] {
  const file = configuration.WEAPP_PRIVATE_KEY_PATH;
  const pem = file !== '' && existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = pem.split('\n').filter((line) => !line.startsWith('-----'));
  return [
    configuration[SECRET_KEYS],
    configuration.TENCENTCLOUD_SECRETID,
    configuration.TENCENTCLOUD_SECRETKEY,
    ...lines,
  ];
}

/** The surroundings in which `npx` runs. */
export interface NpxOptions {
  readonly cwd: string;
  readonly env: Environment;
  readonly secrets: readonly string[];
  readonly log: Log;
}

/** Runs `npx` and logs its output. @throws Error when it fails. */
export function runNpx(args: readonly string[], options: NpxOptions): Promise<void> {
  const { cwd, env, secrets, log } = options;
  const kept = Object.entries(env).filter(([name]) => !SECRETS.includes(name));
  const hide = hider(secrets);
  return new Promise((resolve, reject) => {
    const child = spawn('npx', args, {
      cwd,
      env: Object.fromEntries(kept),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) log(`  ${hide(line)}`);
      });
      stream.on('end', () => {
        if (rest !== '') log(`  ${hide(rest)}`);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npx ${args[1] ?? ''} ended with ${String(code)}`));
    });
  });
}

/**
 * A copy of the built project with the real AppID, outside the repository, in which the AppID stays
 * `touristappid`. The copy is removed after the work.
 */
export async function withProjectCopy<T>(
  root: string,
  appid: string,
  work: (projectPath: string) => Promise<T>,
): Promise<T> {
  const copy = mkdtempSync(path.join(tmpdir(), 'huadu-deploy-'));
  try {
    const file = path.join(root, 'project.config.json');
    const config = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const text = JSON.stringify({ ...config, appid }, null, 2);
    writeFileSync(path.join(copy, 'project.config.json'), text);
    const miniprogram = path.join(copy, 'dist/weapp');
    mkdirSync(miniprogram, { recursive: true });
    const built = path.join(root, 'dist/weapp');
    if (existsSync(built)) cpSync(built, miniprogram, { recursive: true });
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
