import { TmplGroup } from 'glass-easel-template-compiler';

import { prefixBuiltInTags } from './built-in-tags';

/** A message of the template compiler. */
interface TemplateProblem {
  readonly level: string;
  readonly message: string;
  /** Counted from 0. */
  readonly startLine: number;
}

/**
 * Levels that stop a build. A missing end tag is only a warning here, but WeChat's older compiler,
 * which phones without glass-easel need, refuses it.
 */
const FAILING_LEVELS = new Set(['Fatal', 'Error', 'Warn']);

/** The templates and their scripts, by path with suffix. */
export interface TemplateSources {
  readonly wxml: Readonly<Record<string, string>>;
  readonly wxs: Readonly<Record<string, string>>;
  /** Names under which the program uses components of its own. */
  readonly using: ReadonlySet<string>;
}

const withoutSuffix = (file: string): string => file.replace(/\.\w+$/, '');

/**
 * Compiles WXML and WXS with WeChat's template compiler.
 * @returns source of an expression: an object of compiled templates by path without suffix
 * @throws Error with file, line and message of the first template that does not compile
 */
export function compileTemplates({ wxml, wxs, using }: TemplateSources): string {
  const group = new TmplGroup();
  try {
    for (const [file, text] of Object.entries(wxs)) group.addScript(withoutSuffix(file), text);
    for (const [file, text] of Object.entries(wxml)) {
      const problems = group.addTmpl(
        withoutSuffix(file),
        prefixBuiltInTags(text, using, file),
      ) as TemplateProblem[];
      const error = problems.find(({ level }) => FAILING_LEVELS.has(level));
      if (error) throw new Error(`${file}:${error.startLine + 1} ${error.message}`);
    }
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}
