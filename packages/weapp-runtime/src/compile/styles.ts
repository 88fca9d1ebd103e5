import path from 'node:path';

import postcss, { type AtRule } from 'postcss';

import { BUILT_IN_TAGS } from './built-in-tags';

/** Every phone is 750 rpx wide. */
const RPX_PER_WIDTH = 750;

const TAGS = new RegExp(`(^|[\\s>+~,(])(page|${BUILT_IN_TAGS.join('|')})(?![\\w-])`, 'g');

/** Writes `2rpx` as a share of the phone's width, which the host sets in `--wx-width` (px). */
function rpxToCss(value: string): string {
  return value.replace(
    /(-?[\d.]+)rpx/g,
    (_whole, amount: string) => `calc(var(--wx-width) * ${Number(amount) / RPX_PER_WIDTH})`,
  );
}

function importedFile(rule: AtRule, file: string): string {
  const [, name] = /^(?:url\()?["']([^"']+)["']\)?$/.exec(rule.params.trim()) ?? [];
  if (name === undefined) throw new Error(`${file}: cannot read @import ${rule.params}`);
  return path.posix.normalize(
    name.startsWith('/') ? name.slice(1) : path.posix.join(path.posix.dirname(file), name),
  );
}

/**
 * Turns WXSS into CSS: @import inlined, rpx made relative to the phone's width, tags of built-in
 * components (`view`, `page`) written as the elements that stand for them.
 * @param file path of the WXSS inside the build
 * @param read returns the text of a file, null when it does not exist
 * @throws Error that names a file whose @import does not exist
 */
export function compileStyle(file: string, read: (file: string) => string | null): string {
  const source = read(file);
  if (source === null) return '';
  const root = postcss.parse(source, { from: file });
  root.walkAtRules('import', (rule) => {
    const imported = importedFile(rule, file);
    if (read(imported) === null) throw new Error(`${file}: @import of missing ${imported}`);
    rule.replaceWith(postcss.parse(compileStyle(imported, read)));
  });
  root.walkDecls((declaration) => {
    declaration.value = rpxToCss(declaration.value);
  });
  root.walkRules((rule) => {
    const isKeyframe =
      rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name);
    if (isKeyframe) return;
    rule.selector = rule.selector.replace(TAGS, '$1wx-$2');
  });
  return root.toString();
}
