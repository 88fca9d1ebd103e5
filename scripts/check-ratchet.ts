import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { chinaDayOf } from '../src/domain/time';
import { type Duplicate, findDuplicates, isTooLong, type SourceText } from './ratchet/duplicates';
import { readRatchet, writeRatchet } from './ratchet/file';
import { type Figures, risen, unexplained, withFigures } from './ratchet/ratchet';
import { runMain } from './run-main';

const USAGE = 'npm run check:ratchet -- [--write [--note "why it rose"]]';

/** Equal lines from this length on are counted. */
const COUNTED_LENGTH = 6;
/** Words of all documents outside docs/generated. */
const MAX_WORDS = 18_000;

const SOURCE = /\.(?:tsx?|[mc]?js|css)$/;
/** Tests may repeat themselves, and so may lists of words and of values. */
const TEST_OR_TABLE = /^tests\/|\.(?:test|fixture)\.tsx?$|^src\/i18n\/(?:zh-CN|en-US)\//;
const PROSE = /^docs\/(?!generated\/).*\.md$/;

function readFiles(pattern: RegExp, except?: RegExp): SourceText[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return files
    .split('\n')
    .filter((path) => pattern.test(path) && except?.test(path) !== true && existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function measure(duplicates: readonly Duplicate[]): Figures {
  const texts = readFiles(PROSE).map(({ text }) => text);
  return {
    'duplicate lines': duplicates.reduce((sum, { length }) => sum + length, 0),
    'words in docs': texts.join(' ').split(/\s+/).filter(Boolean).length,
  };
}

function printDuplicate(duplicate: Duplicate): void {
  const [first, second] = [duplicate.first, duplicate.second].map(
    ({ path, line }) => `${path}:${line}`,
  );
  const verdict = isTooLong(duplicate) ? '  TOO LONG' : '';
  console.log(`${duplicate.length} equal lines: ${first} and ${second}${verdict}`);
}

function main(): void {
  const { values } = parseArgs({
    options: { write: { type: 'boolean' }, note: { type: 'string' } },
  });
  const duplicates = findDuplicates(readFiles(SOURCE, TEST_OR_TABLE), COUNTED_LENGTH);
  const kept = readRatchet();
  const measured = measure(duplicates);
  if (values.write === true) {
    const today = chinaDayOf(new Date().toISOString());
    return writeRatchet(withFigures(kept, measured, values.note, today));
  }

  const worse = risen(measured, kept.figures);
  const shown = worse.includes('duplicate lines') ? duplicates : duplicates.filter(isTooLong);
  shown.forEach(printDuplicate);
  for (const [name, figure] of Object.entries(measured)) {
    const verdict = worse.includes(name) ? 'ROSE: lower it, or keep it with --write --note' : 'ok';
    console.log(`${name}: ${figure}, kept ${kept.figures[name] ?? 'nothing'}: ${verdict}`);
  }
  const raised = unexplained(kept);
  for (const name of raised) console.log(`${name} is kept higher than its last note says`);
  const isTooWordy = (measured['words in docs'] ?? 0) > MAX_WORDS;
  if (isTooWordy) console.log(`the documents have more than ${MAX_WORDS} words`);
  const isWorse = worse.length > 0 || raised.length > 0;
  if (isWorse || isTooWordy || duplicates.some(isTooLong)) process.exitCode = 1;
}

void runMain(main, USAGE);
