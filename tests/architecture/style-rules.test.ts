import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

interface Config {
  readonly plugins: Record<string, ESLint.Plugin>;
  readonly rules: Record<string, Linter.RuleEntry>;
}

/** The configuration of this repository for an ordinary source file. */
const { plugins, rules } = (await new ESLint().calculateConfigForFile('src/app.tsx')) as Config;

const linter = new Linter();

/** The messages of one rule about some code, without type information. */
function messagesOf(rule: string, code: string, entry = rules[rule]): string[] {
  const messages = linter.verify(code, {
    languageOptions: { parser: tseslint.parser },
    plugins,
    rules: { [rule]: entry ?? 'off' },
  });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.map(({ message }) => message);
}

function wordMessages(code: string, texts: 'all' | 'test names' = 'test names'): string[] {
  return messagesOf('local/plain-words', code, ['error', { texts }]);
}

describe('top-level-functions', () => {
  it.each([
    ['an arrow with a block', 'const f = (a: number) => { return a; };'],
    ['an exported arrow with a block', 'export const f = async () => { await g(); };'],
    ['an arrow whose expression takes several lines', 'const f = (a: number) =>\n  a + 1;'],
    ['an arrow whose parameters take several lines', 'const f = (\n  a: number,\n) => a;'],
    ['a function expression', 'const f = function () { return 1; };'],
  ])('refuses %s', (_kind, code) => {
    expect(messagesOf('local/top-level-functions', code)).toEqual([
      expect.stringContaining('as a function declaration'),
    ]);
  });

  it.each([
    ['a declaration', 'function f() {\n  return 1;\n}'],
    ['an arrow on one line', 'export const f = (a: number): number => a + 1;'],
    ['an arrow with a declared type', 'const f: Work = (a) => {\n  return a;\n};'],
    ['a callback', 'list.forEach((a) => {\n  use(a);\n});'],
    ['an arrow inside a function', 'function f() {\n  const g = () => {\n  };\n  return g;\n}'],
  ])('accepts %s', (_kind, code) => {
    expect(messagesOf('local/top-level-functions', code)).toEqual([]);
  });
});

describe('plain-words', () => {
  it.each([
    ['/** Removed when somebody leaves. */', 'somebody'],
    ['// Nobody reads it.', 'Nobody'],
    ['/* Whoever holds the code may look. */', 'Whoever'],
    ['// Reads the list anew.', 'anew'],
    ['// Fails when the header says so.', 'says so'],
    ['// The page is told of the change.', 'told'],
    ['// Speaks version 2 of the protocol.', 'Speaks'],
    ['// Bears an empty list.', 'Bears'],
    ['// Shows what is missing is refused.', 'what is missing is'],
    ['/**\n * The caller says\n * so.\n */', 'says so'],
    ['// The caller says\n// so.', 'says so'],
  ])('refuses the comment %s', (code, found) => {
    expect(wordMessages(code)).toEqual([expect.stringMatching(new RegExp(`^"${found}": `))]);
  });

  it.each([
    ['// Shows what is missing.'],
    ['// The other transaction says which document it holds.'],
    ['// Lists the one store that is left.'],
    ['/** A person, or `nobody`. */'],
    ["const invoke = 'nobody';"],
  ])('accepts %s', (code) => {
    expect(wordMessages(code, 'all')).toEqual([]);
  });

  it.each([
    ['a variable', 'const one = 1;'],
    ['a parameter', 'list.map((one) => one);'],
    ['a parameter of a function', 'function f(was: number) { return was; }'],
    ['a part of an object', 'const { before: was } = change;'],
    ['a part of a list', 'const [said, ...of] = list;'],
    ['a default', 'const f = (told = 1) => told;'],
    ['a function', 'function nobody() { return 1; }'],
  ])('refuses a poor name for %s', (_kind, code) => {
    expect(wordMessages(code)).toContainEqual(
      expect.stringMatching(/^Name "(one|was|said|of|told|nobody)" by what it holds\.$/),
    );
  });

  it('accepts a property of such a name', () => {
    const code = 'const list = Array.of(answer.said);';
    expect(wordMessages(code)).toEqual([]);
  });

  it.each([
    ["it('asks nobody', () => {});"],
    ["it.each(rows)('asks nobody %s', () => {});"],
    ["it.skipIf(isSlow)('asks nobody', () => {});"],
    ['test(`asks nobody but ${name}`, () => {});'],
  ])('refuses the test name in %s', (code) => {
    expect(wordMessages(code)).toEqual([expect.stringContaining('"nobody"')]);
  });

  it('refuses other texts only when it is set to', () => {
    const code = "log('nobody answers'); throw new Error(`nobody answers ${name}`);";
    expect(wordMessages(code)).toEqual([]);
    expect(wordMessages(code, 'all')).toHaveLength(2);
  });
});

describe('no-spelled-paths', () => {
  it.each([
    ['a path', "ui.open('/pages/shop/index');"],
    ['a path without its slash', "const tab = 'pages/home/index';"],
    ['a path with a query', 'ui.open(`/merchant/record/index?shopId=${shopId}`);'],
    ['a path within an address', "page.goto('/h5/index.html#/pages/home/index');"],
  ])('refuses %s', (_kind, code) => {
    expect(messagesOf('local/no-spelled-paths', code)).toEqual([
      'Take the path of a page from PATHS in src/paths.ts.',
    ]);
  });

  it.each([
    ['an import', "import Home from './pages/home/index';"],
    ['a folder', "const folder = 'src/pages/home';"],
    ['a file', "const file = 'pages/home/index.js';"],
  ])('accepts %s', (_kind, code) => {
    expect(messagesOf('local/no-spelled-paths', code)).toEqual([]);
  });
});

describe('the rules of style', () => {
  it.each([
    ['an object literal spread into an object', 'export const a = { b: 1, ...{ c: 2 } };'],
    ['an array literal spread into an array', 'export const a = [1, ...[2, 3]];'],
    ['a mapped array literal spread into an array', "export const a = [...['b'].map(String)];"],
    ['a limit that is not called MAX_', 'export const MOST_SHOPS = 1;'],
    ['a limit with MAX at its end', 'export const SHOPS_MAX = 1;'],
    ['the clock', 'export const now = (): number => Date.now();'],
    ['a clock time without its zone', "import { chinaTimeOf } from './domain/time';"],
  ])('refuse %s', (_kind, code) => {
    expect(messagesOf('no-restricted-syntax', code)).toHaveLength(1);
  });

  it('refuse two imports of one module', () => {
    const code = "import { a } from './a';\nimport type { B } from './a';";
    expect(messagesOf('no-duplicate-imports', code)).toHaveLength(1);
  });

  it.each([
    ['a list that is read from another', 'export const a = [1, ...rest];'],
    ['a part that depends on something', 'export const a = [1, ...(isLong ? [2] : [])];'],
    ['an iterator made a list', 'export const a = [...[...values()].map(String)];'],
  ])('accept %s', (_kind, code) => {
    expect(messagesOf('no-restricted-syntax', code)).toEqual([]);
  });
});
