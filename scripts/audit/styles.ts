import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import postcss from 'postcss';

/** The text of every style sheet of a build, by path. */
export function readStyles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sheets = files.filter((file) => file.endsWith('.wxss')).sort();
  return Object.fromEntries(
    sheets.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

/**
 * Checks the rules of WeChat's 体验评分 about style sheets: a pressed state is `hover-class` and never
 * `:active`, and an element that scrolls has momentum (`-webkit-overflow-scrolling: touch`).
 * @returns a line for each rule that breaks one
 */
export function findInStyles(sheets: Readonly<Record<string, string>>): string[] {
  return Object.entries(sheets).flatMap(([file, text]) => {
    const found: string[] = [];
    postcss.parse(text).walkRules((rule) => {
      if (rule.selector.includes(':active')) found.push(`${file}: ${rule.selector} is :active`);
      let scrolls = false;
      let hasMomentum = false;
      rule.walkDecls((declaration) => {
        scrolls ||= /^overflow/.test(declaration.prop) && /auto|scroll/.test(declaration.value);
        hasMomentum ||= declaration.prop === '-webkit-overflow-scrolling';
      });
      if (scrolls && !hasMomentum) found.push(`${file}: ${rule.selector} scrolls without inertia`);
    });
    return found;
  });
}
