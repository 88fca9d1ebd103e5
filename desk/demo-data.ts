import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Written when the demo is complete: without it, what lies there is the rest of a broken start. */
const MARK = 'demo.json';

/** Which files of the folder are the cloud's; nothing else is removed, nor its lock. */
function isCloudFile(name: string): boolean {
  return (name.startsWith('cloud.db') && !name.endsWith('.lock')) || name === 'files';
}

/** The China day the demo was dated from, null when the folder holds no complete demo. */
export function readDemoDay(dataDir: string): string | null {
  const file = path.join(dataDir, MARK);
  if (!existsSync(file)) return null;
  try {
    const mark = JSON.parse(readFileSync(file, 'utf8')) as { seededOn?: unknown };
    return typeof mark.seededOn === 'string' ? mark.seededOn : null;
  } catch {
    return null;
  }
}

/** Notes that the demo is complete, dated from a China day. */
export function markDemo(dataDir: string, seededOn: string): void {
  writeFileSync(path.join(dataDir, MARK), `${JSON.stringify({ seededOn })}\n`);
}

/** Removes the local cloud's data from the folder, and the mark first. */
export function emptyData(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  rmSync(path.join(dataDir, MARK), { force: true });
  for (const name of readdirSync(dataDir).filter(isCloudFile)) {
    rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
}
