import { execFileSync } from 'node:child_process';

function git(...args: string[]): string {
  return execFileSync('git', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

function hashOf(name: string): string | undefined {
  try {
    return git('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  } catch {
    return undefined;
  }
}

/**
 * The commit to compare with: where this branch left main; on main what is published of it, else the
 * commit before.
 * @throws Error when there is none, as in a clone of one commit.
 */
export function baseCommit(): string {
  const head = hashOf('HEAD');
  for (const main of ['origin/main', 'main']) {
    const base = hashOf(main) && git('merge-base', main, 'HEAD');
    if (base && base !== head) return base;
  }
  const before = hashOf('HEAD~1');
  if (!before) throw new Error('no commit to compare with: clone with more than one commit');
  return before;
}

/** Files that differ from a commit, new ones too, and a changed test's file of code. */
export function changedSince(base: string): string[] {
  const changed = [
    git('diff', '--name-only', '--diff-filter=d', base),
    git('ls-files', '--others', '--exclude-standard'),
  ];
  const names = changed.join('\n').split('\n').filter(Boolean);
  return [...new Set(names.map((name) => name.replace(/\.test\.ts$/, '.ts')))];
}
