// The printed account of the histories.
import type { Outcomes } from './many';
import type { Shown } from './shrink';

const MAX_DIFFERENCES = 12;

/** A history that shows a difference: its steps, and the values expected and got. */
export function differenceText({ history, finding }: Shown): string {
  const { seed, line, platform, registeredAt, steps } = history;
  const shown = steps.slice(0, finding.index + 1).map((step, index) => {
    const { at, ...action } = step;
    return `  ${String(index + 1).padStart(2)}  ${at}  ${JSON.stringify(action)}`;
  });
  const values = finding.differences
    .slice(0, MAX_DIFFERENCES)
    .flatMap(({ path, expected, got }) => [
      `  ${path}`,
      `    expected  ${JSON.stringify(expected)}`,
      `    got       ${JSON.stringify(got)}`,
    ]);
  const more = finding.differences.length - MAX_DIFFERENCES;
  return [
    `Seed ${String(seed)}: ${line}, ${platform}, registered at ${registeredAt}`,
    ...shown,
    `differs in ${finding.what}`,
    ...values,
    ...(more > 0 ? [`  and ${String(more)} more`] : []),
    `Again: npm run check:histories -- --histories 1 --seed ${String(seed)}`,
  ].join('\n');
}

/** What was played and compared. */
export function outcomesText({ histories, counts }: Outcomes): string {
  const { compared = 0 } = counts;
  const names = Object.keys(counts).sort();
  const steps = names.filter((name) => name !== 'compared');
  return [
    `${histories.toLocaleString('en')} histories, ${compared.toLocaleString('en')} answers equal the recount`,
    `steps: ${steps.map((name) => `${name} ${String(counts[name])}`).join(', ')}`,
  ].join('\n');
}
