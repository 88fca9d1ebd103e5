import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { format } from 'prettier';

/** A page below docs/generated: only its command writes it. */
export interface GeneratedPage {
  readonly file: string;
  readonly title: string;
  /** The command that writes the page, as a person types it. */
  readonly command: string;
}

const FOLDER = fileURLToPath(new URL('../docs/generated/', import.meta.url));

/** Absolute path of a generated page. */
export function pathOf({ file }: GeneratedPage): string {
  return path.join(FOLDER, file);
}

/** The whole page around `content`, formatted as `npm run check:format` expects it. */
export async function textOf({ title, command }: GeneratedPage, content: string): Promise<string> {
  const text = `# ${title}\n\nWritten by \`${command}\`.\n\n${content}\n`;
  return format(text, { parser: 'markdown', printWidth: 100 });
}

/** Replaces the page by one with `content`. */
export async function writePage(page: GeneratedPage, content: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(pathOf(page), await textOf(page, content));
}
