import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

/** Tools whose flags belong to them and not to this repository. */
const TOOLS = new Set(['depcruise', 'eslint', 'knip', 'prettier', 'taro', 'tsc', 'vitest']);

/** Words of a command line; quotes hold a word together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}

/**
 * The commands of a shell block, each as its words. Comments, the file that takes the output, and
 * variables set before a command are left out; a backslash continues a line, `&&` ends a command.
 */
export function commandsOf(text: string): string[][] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').replace(/ > \S+\s*$/, ''))
    .flatMap((line) => line.split(' && '))
    .map(wordsOf)
    .map((words) => words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word))))
    .filter((words) => words.length > 0);
}

/** Names of the properties of an object that is written out; null when it includes another object. */
function propertiesOf(object: ts.ObjectLiteralExpression): string[] | null {
  if (object.properties.some(ts.isSpreadAssignment)) return null;
  return object.properties.map(({ name }) => name?.getText().replace(/'/g, '') ?? '');
}

/** The flags that a file reads: those of `parseArgs`, and texts that begin with "--". */
function flagsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const flags: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'options') {
      const { initializer } = node;
      const names = ts.isObjectLiteralExpression(initializer) ? propertiesOf(initializer) : [];
      // Options that are made elsewhere are not followed: any flag may be among them.
      flags.push(...(names ?? ['']).map((name) => `--${name}`));
    }
    if (ts.isStringLiteral(node) && node.text.startsWith('--')) flags.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return flags;
}

/** Files that a file imports by a relative path. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => `${path.join(path.dirname(file), fileName)}.ts`)
    .filter((name) => existsSync(name));
}

/** The flags that a script of package.json reads; null when they cannot be known here. */
function flagsOf(script: string): string[] | null {
  const [tool = '', file = ''] = wordsOf(scripts[script] ?? '');
  if (TOOLS.has(tool)) return null;
  if (tool !== 'tsx') return [];
  const flags = [file, ...importsOf(file)].flatMap(flagsIn);
  return flags.includes('--') ? null : flags;
}

function npmProblem(words: readonly string[]): string | null {
  const [action = '', ...rest] = words;
  if (action === 'ci') return null;
  const isRun = action === 'run';
  if (rest[0] === '--silent') rest.shift();
  if (!isRun && action !== 'start' && action !== 'test') return `npm has no "${action}" here`;
  const script = isRun ? (rest[0] ?? '') : action;
  if (!(script in scripts)) return `package.json has no script "${script}"`;
  const separator = rest.indexOf('--');
  const given = separator < 0 ? rest.slice(isRun ? 1 : 0) : rest.slice(separator + 1);
  if (separator < 0 && given.length > 0) return 'arguments need "--" before them';
  const known = flagsOf(script);
  const unknown = given.filter((word) => word.startsWith('--') && known?.includes(word) === false);
  return unknown.length > 0 ? `"${script}" does not read ${unknown.join(', ')}` : null;
}

function npxProblem([tool = '', ...rest]: readonly string[]): string | null {
  if (!existsSync(path.join('node_modules/.bin', tool))) return `no package has "${tool}"`;
  const missing = rest.filter((word) => word.includes('/') && !existsSync(word));
  return missing.length > 0 ? `${missing.join(', ')} does not exist` : null;
}

/** What is wrong with a command that a document names; null when it could be typed as it stands. */
export function commandProblem([command = '', ...words]: readonly string[]): string | null {
  if (command === 'npm') return npmProblem(words);
  if (command === 'npx') return npxProblem(words);
  if (command === '.ci/run' && words.length === 0) return null;
  return `no check knows the command "${command}"`;
}

/** The HTTP request that a curl command makes. */
export function requestOf([command, ...words]: readonly string[]): Request | null {
  if (command !== 'curl') return null;
  const headers = new Headers();
  let url = '';
  let body: string | null = null;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const value = words[index + 1] ?? '';
    if (word === '-H') {
      const colon = value.indexOf(':');
      headers.set(value.slice(0, colon), value.slice(colon + 1).trim());
      index += 1;
    } else if (word === '-d') {
      body = value;
      index += 1;
    } else if (word !== '-s') {
      url = word;
    }
  }
  return new Request(url, { method: body === null ? 'GET' : 'POST', headers, body });
}
