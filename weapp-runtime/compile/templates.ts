import { TmplGroup } from 'glass-easel-template-compiler';

import { prefixBuiltInTags } from './built-in-tags';

/** One thing the compiler has to say; levels from 3 on are warnings and errors. */
interface TemplateProblem {
  readonly level: number;
  readonly message: string;
  readonly start?: { readonly line: number; readonly col: number };
}

const ERROR_LEVEL = 4;

/** Text of every template and script of a build, by path with suffix. */
export interface TemplateSources {
  readonly wxml: Readonly<Record<string, string>>;
  readonly wxs: Readonly<Record<string, string>>;
  /** Names under which the program uses components of its own. */
  readonly using: ReadonlySet<string>;
}

const withoutSuffix = (file: string): string => file.replace(/\.\w+$/, '');

/**
 * Compiles WXML and WXS with WeChat's template compiler.
 * @returns source of an expression: an object of template makers by path without suffix
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
      const error = problems.find(({ level }) => level >= ERROR_LEVEL);
      if (error) throw new Error(`${file}:${(error.start?.line ?? 0) + 1} ${error.message}`);
    }
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}
