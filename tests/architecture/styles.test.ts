import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';

import postcss, { type Rule } from 'postcss';
import { describe, expect, it } from 'vitest';

import { IN_PAGE } from '../../scripts/audit/in-page-colours';
import { STATE_LOOK } from '../../src/domain/share-card/states';
import theme from '../../src/theme.json';

const TOKENS_FILE = 'styles/tokens.css';
const WORDS = 4.5;
const MARKS = 3;

/** What words and marks may stand on. */
const GROUNDS = ['page', 'card', 'card-second', 'pressed', 'key', 'green-soft', 'orange-soft'];
const CARDS = ['card', 'card-second'];

/** What each colour is for. Words are read on every ground, marks are seen on cards. */
const ROLES: Readonly<Record<string, 'ground' | 'words' | 'mark' | { readonly why: string }>> = {
  ...Object.fromEntries(GROUNDS.map((name) => [name, 'ground'])),
  text: 'words',
  'text-second': 'words',
  'green-text': 'words',
  'red-text': 'words',
  'orange-text': 'words',
  'blue-text': 'words',
  edge: 'mark',
  red: 'mark',
  orange: 'mark',
  'grey-mark': 'mark',
  hint: { why: 'a zero that nothing was typed for yet, and lines of a chart' },
  line: { why: 'parts rows; nothing is read from it' },
  mask: { why: 'lies over what is not in use' },
  green: { why: "WeChat's own surface for the one action, and for bars that figures stand beside" },
  'on-green': { why: "bold words of 17 px or more on it, as on WeChat's own button" },
  track: { why: 'what a bar has not filled; figures stand beside it' },
};

/** Words in another colour than that of a token for words, or on another ground. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  '.hl-button.hl-button--primary': "WeChat's own button",
  '.hl-pad__confirm': "WeChat's own button",
  '.record__digits--none': 'the 0 before anything is typed; the hint beneath it is clear',
  '.home-urgent__cover': "white on the state's surface; the audit measures it",
  '.home-bar__mark': 'its ground is a stroke beside the words',
  '.console__cover': "white on the state's surface; the audit measures it",
  '.session__cover': "white on the state's surface; the audit measures it",
  '.hl-strip': "white on the state's surface; a test measures each",
  '.undo-bar__seconds': 'on the bar, which is dark in either theme; the audit measures it',
  '.undo-bar__action': 'on the bar, which is dark in either theme; the audit measures it',
};

type Colour = readonly [r: number, g: number, b: number, alpha: number];

function parseColour(text: string): Colour | null {
  const hex = /^#([\da-f]{6})$/i.exec(text)?.[1];
  if (hex !== undefined) {
    const [r = 0, g = 0, b = 0] = (hex.match(/../g) ?? []).map((part) => parseInt(part, 16));
    return [r, g, b, 1];
  }
  const parts = /^rgba\(([\d., ]+)\)$/.exec(text)?.[1]?.split(',').map(Number);
  return parts?.length === 4 ? (parts as unknown as Colour) : null;
}

/** As a page of the audit gets them. */
const audited = runInNewContext(`${IN_PAGE} window`, { window: {} }) as Window;
const tools = audited.colourTools();

/** Contrast of a colour of CSS on an opaque one. */
function contrast(top: string, below: string): number {
  const [colour, ground] = [parseColour(top), parseColour(below)];
  if (!colour || !ground) throw new Error(`not a colour: ${top} on ${below}`);
  const [r, g, b] = ground;
  return tools.contrast(tools.over(`rgba(${colour.join()})`, [r, g, b]), [r, g, b]);
}

function sheets(): Record<string, postcss.Root> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith('.css'))
      .sort()
      .map((file) => [file, postcss.parse(readFileSync(path.join('src', file), 'utf8'))]),
  );
}

const all = sheets();

/** Colours by name; a name says `--hl-` in CSS. */
function coloursIn(container: postcss.Container): Record<string, string> {
  const found: Record<string, string> = {};
  container.walkDecls(/^--hl-/, ({ prop, value }) => {
    if (parseColour(value)) found[prop.slice('--hl-'.length)] = value;
  });
  return found;
}

function tokens(): { light: Record<string, string>; dark: Record<string, string> } {
  const light = postcss.root();
  const dark = postcss.root();
  all[TOKENS_FILE]?.each((node) => {
    if (node.type === 'atrule' && node.params.includes('dark')) dark.append(node.clone());
    else if (node.type === 'rule') light.append(node.clone());
  });
  return { light: coloursIn(light), dark: { ...coloursIn(light), ...coloursIn(dark) } };
}

const themes = tokens();

describe('the colours of tokens.css', () => {
  it('have a role each', () => {
    expect(Object.keys(themes.light).sort()).toEqual(Object.keys(ROLES).sort());
    expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(ROLES).sort());
  });

  it.each(Object.entries(themes))('are clear in the %s theme', (_name, colours) => {
    const pairs = Object.entries(ROLES).flatMap(([name, role]) => {
      if (role !== 'words' && role !== 'mark') return [];
      const least = role === 'words' ? WORDS : MARKS;
      return (role === 'words' ? GROUNDS : CARDS).map((ground) => ({ name, ground, least }));
    });
    const faint = pairs
      .map((pair) => ({
        ...pair,
        figure: contrast(colours[pair.name] ?? '', colours[pair.ground] ?? ''),
      }))
      .filter(({ figure, least }) => figure < least);
    expect(faint).toEqual([]);
  });

  it('are the dark ones on the page that is dark at any time', () => {
    const own = coloursIn(all['merchant/console/index.css'] ?? postcss.root());
    expect(own).toEqual(Object.fromEntries(Object.keys(own).map((key) => [key, themes.dark[key]])));
    const unchanged = Object.keys(ROLES).filter((name) => !(name in own));
    expect(unchanged.filter((name) => themes.light[name] !== themes.dark[name])).toEqual([]);
  });
});

/** The name of the token that a value is; null for another value. */
function tokenOf(value: string | undefined): string | null {
  return /^var\(--hl-([\w-]+)\)/.exec(value ?? '')?.[1] ?? null;
}

function valueOf(rule: Rule, property: string): string | undefined {
  let value: string | undefined;
  rule.each((node) => {
    if (node.type === 'decl' && node.prop === property) value = node.value;
  });
  return value;
}

describe('the words of every style sheet', () => {
  const rules: { readonly file: string; readonly rule: Rule }[] = [];
  for (const [file, sheet] of Object.entries(all)) {
    sheet.walkRules((rule) => {
      if (valueOf(rule, 'color') !== undefined) rules.push({ file, rule });
    });
  }

  it('are in a colour for words, or clear on the ground of their own rule', () => {
    const isClear = (rule: Rule): boolean => {
      const colour = valueOf(rule, 'color') ?? '';
      const ground = valueOf(rule, 'background') ?? '';
      return Object.values(themes).every((colours) => {
        const [top, below] = [colour, ground].map(
          (value) => colours[tokenOf(value) ?? ''] ?? value,
        );
        if (!parseColour(top ?? '') || !parseColour(below ?? '')) return false;
        return contrast(top ?? '', below ?? '') >= WORDS;
      });
    };
    const isGround = (rule: Rule): boolean =>
      !['transparent', undefined].includes(valueOf(rule, 'background'));
    const others = rules.filter(({ rule }) => {
      const name = tokenOf(valueOf(rule, 'color'));
      const isPlain = name !== null && ROLES[name] === 'words' && !isGround(rule);
      return !isPlain && valueOf(rule, 'color') !== 'inherit' && !isClear(rule);
    });
    const named = others.map(({ file, rule }) => `${file} ${rule.selector}`);
    expect(named.filter((name) => !OTHER_WORDS[name.replace(/^\S+ /, '')])).toEqual([]);
  });
});

describe('the colours of the states of a session', () => {
  it.each(Object.entries(STATE_LOOK))('carry white words: %s', (_state, { color }) => {
    expect(contrast('#FFFFFF', color)).toBeGreaterThanOrEqual(WORDS);
  });
});

const ICONS = 'src/assets/tab';

/** The colour of an icon: the first of its palette, of which the others are fainter. */
function colourOfIcon(file: string): string {
  const bytes = readFileSync(path.join(ICONS, file));
  const at = bytes.indexOf('PLTE') + 'PLTE'.length;
  return `#${bytes.subarray(at, at + 3).toString('hex')}`;
}

describe('theme.json', () => {
  it.each(['light', 'dark'] as const)('is clear in the %s theme', (name) => {
    const { bar, tab, tabOn, ground } = theme[name];
    expect(contrast(tab, bar)).toBeGreaterThan(WORDS);
    expect(contrast(tabOn, bar)).toBeGreaterThan(WORDS);
    for (const icon of readdirSync(ICONS)) {
      expect(contrast(colourOfIcon(icon), bar), icon).toBeGreaterThan(MARKS);
    }
    expect(ground.toLowerCase()).toBe(themes[name].page);
    expect(bar.toLowerCase()).toBe(themes[name]['card-second']);
  });
});

describe('the sizes of every style sheet', () => {
  it('are those of the type scale, which grow with the size of type that a person has set', () => {
    const fixed: string[] = [];
    for (const [file, sheet] of Object.entries(all)) {
      if (file === TOKENS_FILE) continue;
      sheet.walkDecls('font-size', ({ value, parent }) => {
        if (!/^(?:min\([^,]*,\s*[\d.]+vw\)|var\(--hl-[a-z]+\)|1em)$/.test(value)) {
          fixed.push(`${file} ${(parent as Rule).selector}: ${value}`);
        }
      });
    }
    expect(fixed).toEqual([]);
  });
});
