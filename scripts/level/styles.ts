import { type Declaration, parse } from 'postcss';

import type { Item } from '../wechat/judge';

interface StyleFeature {
  readonly name: string;
  /** First versions with it, as caniuse.com has them. */
  readonly since: string;
  readonly isIn: (declaration: Declaration, siblings: ReadonlyMap<string, string>) => boolean;
}

function hasValue(pattern: RegExp): StyleFeature['isIn'] {
  return ({ value }) => pattern.test(value);
}

function hasProperty(pattern: RegExp): StyleFeature['isIn'] {
  return ({ prop }) => pattern.test(prop);
}

/** What style sheets of today use and phones of the level do not know: they skip the declaration. */
const NEWER: readonly StyleFeature[] = [
  {
    name: 'gap of a flexbox',
    since: 'iOS 14.5, Chrome 84',
    isIn: ({ prop }, siblings) =>
      /^(row-|column-)?gap$/.test(prop) && /flex/.test(siblings.get('display') ?? ''),
  },
  {
    name: 'overflow-wrap: anywhere',
    since: 'iOS 15.4, Chrome 80',
    isIn: ({ prop, value }) => prop === 'overflow-wrap' && value === 'anywhere',
  },
  { name: 'min() or max()', since: 'Chrome 79', isIn: hasValue(/(?<![\w-])(min|max)\(/) },
  { name: 'clamp()', since: 'iOS 13.4, Chrome 79', isIn: hasValue(/(?<![\w-])clamp\(/) },
  { name: 'aspect-ratio', since: 'iOS 15, Chrome 88', isIn: hasProperty(/^aspect-ratio$/) },
  { name: 'inset', since: 'iOS 14.5, Chrome 87', isIn: hasProperty(/^inset(-|$)/) },
  {
    name: 'logical margin or padding',
    since: 'iOS 14.5, Chrome 87',
    isIn: hasProperty(/^(margin|padding|border)-(inline|block)$/),
  },
  { name: 'dvh, svh or lvh', since: 'iOS 15.4, Chrome 108', isIn: hasValue(/\d[dsl]v[hw]\b/) },
  { name: 'color-mix()', since: 'iOS 16.2, Chrome 111', isIn: hasValue(/color-mix\(/) },
  { name: 'text-wrap', since: 'iOS 17.4, Chrome 114', isIn: hasProperty(/^text-wrap/) },
];

/** Selectors that make such a phone skip the whole rule. */
const NEWER_SELECTORS = /:(is|where|has|focus-visible)\b/;

/** What engines of the level skip in style sheets: an item for each feature, with its places. */
export function itemsOfStyles(sheets: Readonly<Record<string, string>>): Item[] {
  const found = new Map<string, string[]>();
  const add = (name: string, place: string): void => {
    found.set(name, [...(found.get(name) ?? []), place]);
  };
  for (const [file, text] of Object.entries(sheets)) {
    parse(text).walkRules((rule) => {
      const place = `${file} ${rule.selector}`;
      const selector = NEWER_SELECTORS.exec(rule.selector);
      if (selector !== null) add(`styles ${selector[0]}`, place);
      const declarations = rule.nodes.filter((node) => node.type === 'decl');
      const siblings = new Map(declarations.map(({ prop, value }) => [prop, value]));
      for (const declaration of declarations) {
        for (const { name, since, isIn } of NEWER) {
          if (isIn(declaration, siblings)) add(`styles ${name}`, `${place} needs ${since}`);
        }
      }
    });
  }
  return [...found].map(([name, findings]) => ({ name, findings }));
}
