import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The scripts of a build of the mini program, one after the other. @throws Error without a build */
export function builtScripts(folder: string): string {
  if (!existsSync(folder)) throw new Error('dist/weapp is not there: npm run build:weapp');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}
