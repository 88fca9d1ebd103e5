/** One check and its findings; none when it passes. */
export interface Item {
  readonly name: string;
  readonly findings: readonly string[];
}

/** An item whose findings are accepted, and why. */
export interface Acceptance {
  readonly name: string;
  readonly reason: string;
}

/**
 * The verdict on an item. The lines are the findings of a failed item or the reason of an accepted
 * one.
 */
export interface Verdict {
  readonly name: string;
  readonly verdict: 'passes' | 'accepted' | 'fails';
  readonly lines: readonly string[];
}

function judgeOne(item: Item, acceptance: Acceptance | undefined, file: string): Verdict {
  const { name, findings } = item;
  if (acceptance === undefined) {
    return { name, verdict: findings.length === 0 ? 'passes' : 'fails', lines: findings };
  }
  if (findings.length > 0) return { name, verdict: 'accepted', lines: [acceptance.reason] };
  return { name, verdict: 'fails', lines: [`is accepted and passes: take it out of ${file}`] };
}

/**
 * Judges each item. An acceptance that matches no finding fails too, because it would hide the next
 * one.
 * @param file where the acceptances stand.
 */
export function judge(
  items: readonly Item[],
  accepted: readonly Acceptance[],
  file = 'scripts/wechat/accepted.ts',
): Verdict[] {
  const stale = accepted.filter(({ name }) => !items.some((item) => item.name === name));
  return [
    ...items.map((item) => {
      const acceptance = accepted.find(({ name }) => name === item.name);
      return judgeOne(item, acceptance, file);
    }),
    ...stale.map(({ name }): Verdict => {
      const line = `is accepted and no such item exists: take it out of ${file}`;
      return { name, verdict: 'fails', lines: [line] };
    }),
  ];
}

function rowOf({ name, verdict, lines }: Verdict, width: number): string[] {
  const item = name.padEnd(width);
  if (verdict === 'passes') return [`${item}  passes`];
  if (verdict === 'accepted') return [`${item}  accepted: ${lines.join('; ')}`];
  return [`${item}  FAILS`, ...lines.map((line) => `    ${line}`)];
}

/** The verdicts as text: a line for each item, its findings below, a sum at the end. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const width = Math.max(0, ...verdicts.map(({ name }) => name.length));
  const count = (wanted: Verdict['verdict']): string =>
    String(verdicts.filter(({ verdict }) => verdict === wanted).length);
  return [
    ...verdicts.flatMap((verdict) => rowOf(verdict, width)),
    `${count('passes')} pass, ${count('accepted')} accepted, ${count('fails')} fail`,
  ].join('\n');
}
