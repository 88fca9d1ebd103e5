import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';

import { type Commit, commitProblems } from './commits/problems';
import { runMain } from './run-main';

const USAGE = 'npm run check:commits -- [--since <commit>]';

/** Separates the fields of a commit, and the commits, in what `git log` prints. */
const [FIELD, RECORD] = ['\u001f', '\u001e'];

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

/** The commit that added this check: the convention holds for every commit after it. */
function firstCommit(): string {
  const added = git('log', '--diff-filter=A', '--format=%H', '--', 'scripts/check-commits.ts');
  const hash = added.trim().split('\n').at(-1);
  if (!hash) throw new Error('scripts/check-commits.ts is in no commit');
  return hash;
}

function readCommits(since: string): Commit[] {
  const text = git('log', `--format=%H${FIELD}%P${FIELD}%B${RECORD}`, `${since}..HEAD`);
  return text
    .split(RECORD)
    .map((record) => record.trim().split(FIELD))
    .filter(([hash]) => hash)
    .map(([hash = '', parents = '', message = '']) => ({
      hash,
      parents: parents.split(' '),
      message,
    }));
}

function main(): void {
  const { values } = parseArgs({ options: { since: { type: 'string' } } });
  const commits = readCommits(values.since ?? firstCommit());
  for (const commit of commits) {
    const [subject = ''] = commit.message.split('\n');
    for (const problem of commitProblems(commit)) {
      console.log(`${commit.hash.slice(0, 10)} ${subject}: ${problem}`);
      process.exitCode = 1;
    }
  }
  console.log(`${commits.length} commits checked`);
}

void runMain(main, USAGE);
