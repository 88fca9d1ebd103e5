import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder of miniprogram-ci, which is installed apart from the other packages. */
export const TOOL_FOLDER = path.join(__dirname, 'miniprogram-ci');

/** The version in its package.json: checks install it, and uploads run it through npx. */
export function pinnedVersion(): string {
  const text = readFileSync(path.join(TOOL_FOLDER, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  const version = dependencies['miniprogram-ci'];
  if (version === undefined) throw new Error(`${TOOL_FOLDER} does not depend on miniprogram-ci`);
  return version;
}
