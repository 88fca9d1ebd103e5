import path from 'node:path';

import { runChecks } from 'es-check';
import { Linter } from 'eslint';

import type { Item } from '../wechat/judge';

/** What the scripts of one target may use. */
export interface ScriptLevel {
  /** Year of the standard whose syntax and built-ins every engine of the target has. */
  readonly year: 2019 | 2022;
  /** Names beside the standard's that the target's host defines. */
  readonly host: readonly string[];
}

/** Newer than iOS 16.3, although the standard has it since 2018. */
const LOOKBEHIND = {
  selector: String.raw`Literal[regex.pattern=/\(\?<[=!]/]`,
  message: 'lookbehind in a regular expression',
};

/** Names that neither the standard nor the host defines, lookbehinds, and what does not parse. */
function findingsOf(text: string, { year, host }: ScriptLevel): string[] {
  const unknown = year === 2019 ? [LOOKBEHIND] : [];
  const messages = new Linter().verify(text, {
    languageOptions: {
      ecmaVersion: year,
      sourceType: 'script',
      globals: Object.fromEntries(host.map((name) => [name, 'readonly'])),
    },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    rules: { 'no-undef': 'error', 'no-restricted-syntax': ['error', ...unknown] },
  });
  // Without a rule and not fatal: a remark about a comment.
  const found = messages.filter(({ ruleId, fatal }) => ruleId !== null || fatal === true);
  return [...new Set(found.map(({ message }) => /^'(.+)' is not/.exec(message)?.[1] ?? message))];
}

/**
 * The scripts of a folder that use syntax, names or built-ins which the level lacks: an item for each
 * file and each of them.
 * @param read gives the text of a file
 */
export async function itemsOfScripts(
  folder: string,
  files: readonly string[],
  level: ScriptLevel,
  read: (file: string) => string,
): Promise<Item[]> {
  const checked = files.map((file) => path.join(folder, file));
  const config = { ecmaVersion: `es${String(level.year)}`, checkFeatures: true, cache: false };
  const { errors } = await runChecks([{ ...config, files: checked }], { isNodeAPI: true });
  const found = new Map<string, Set<string>>();
  const add = (file: string, finding: string): void => {
    found.set(file, (found.get(file) ?? new Set()).add(finding));
  };
  for (const { file, err } of errors) {
    for (const name of err.features ?? [err.message]) add(path.relative(folder, file), name);
  }
  for (const file of files) {
    for (const finding of findingsOf(read(file), level)) add(file, finding);
  }
  return [...found].flatMap(([file, findings]) =>
    [...findings].map((finding) => ({
      name: `${file} ${finding}`,
      findings: [`is newer than ES${String(level.year)} or not a name of the host`],
    })),
  );
}
