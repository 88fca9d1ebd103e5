import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { withProjectCopy } from '../deploy/upload';
import type { Analysis } from './analysis';
import { pinnedVersion, TOOL_FOLDER } from './pinned-tool';
import type { QualityResult } from './quality';

const ROOT = path.join(__dirname, '../..');
const CHILD = path.join(__dirname, 'tool-child.ts');
const TIME_LIMIT_MS = 180_000;
const INSTALL_LIMIT_MS = 900_000;

/** WeChat's AppID for projects without an account, as in project.config.json. */
const TOURIST = 'touristappid';

/** The results of WeChat's tool for a build. */
export interface ToolReport {
  readonly quality: readonly QualityResult[];
  readonly analysis: Analysis;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** npm writes this file last, so an interrupted installation does not count. */
function installedVersion(): string | undefined {
  const file = path.join(TOOL_FOLDER, 'node_modules/.package-lock.json');
  if (!existsSync(file)) return undefined;
  const { packages } = readJson(file) as { packages: Record<string, { version?: string }> };
  return packages['node_modules/miniprogram-ci']?.version;
}

/**
 * Installs miniprogram-ci when it is missing or of another version. This step needs a network. Its
 * packages' install scripts are not needed and do not run.
 * @throws Error when npm fails
 */
export function ensureTool(): void {
  const version = pinnedVersion();
  if (installedVersion() === version) return;
  console.error(`installing miniprogram-ci ${version} into scripts/wechat/miniprogram-ci (275 MB)`);
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: TOOL_FOLDER, stdio: ['ignore', 2, 2], timeout: INSTALL_LIMIT_MS },
  );
  if (status === 0) return;
  throw new Error(
    `npm ci in scripts/wechat/miniprogram-ci failed (${error?.message ?? `it ended with ${String(status)}`})`,
  );
}

/** Writes a key without a purpose: the tool requires a file, but signs nothing here. */
function writeThrowAwayKey(file: string): void {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(file, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
}

/**
 * Runs the tool on a copy of dist/weapp, in a separate process, because it watches files without end
 * and writes to standard output.
 * @throws Error with what the tool printed, when it fails
 */
export function runTool(): Promise<ToolReport> {
  return withProjectCopy(ROOT, TOURIST, async (projectPath) => {
    const keyPath = path.join(projectPath, 'throw-away.key');
    const reportPath = path.join(projectPath, 'report.json');
    writeThrowAwayKey(keyPath);
    const { status, error, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', CHILD, TOOL_FOLDER, TOURIST, projectPath, keyPath, reportPath],
      { cwd: ROOT, encoding: 'utf8', timeout: TIME_LIMIT_MS },
    );
    if (status === 0) return readJson(reportPath) as ToolReport;
    throw new Error(
      [
        `miniprogram-ci failed (${error?.message ?? `it ended with ${String(status)}`})`,
        stdout,
        stderr,
      ]
        .join('\n')
        .trim(),
    );
  });
}
