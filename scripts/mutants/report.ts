import { type FileVerdict, MIN_SHARE, type Mutant, shareOf, type Verdict } from './verdict';

/** A share cut down to a tenth of a percent, so that 95.0 % is never less. */
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row(name: string, files: readonly FileVerdict[]): string[] {
  const sum = (count: (file: FileVerdict) => number): string =>
    String(files.reduce((total, file) => total + count(file), 0));
  return [
    name,
    sum(({ mutants }) => mutants ?? 0),
    sum(({ killed }) => killed),
    sum(({ survived }) => survived.length),
    sum(({ listed }) => listed.length),
    sum(({ refused }) => refused),
    sum(({ leftOut }) => leftOut),
    percent(shareOf(files)),
  ];
}

const HEAD = ['file', 'mutants', 'killed', 'survived', 'listed', 'refused', 'left out', 'killed %'];

function asText({ file, line, from, to }: Mutant): string {
  return `${file}:${line}\n  - ${from}\n  + ${to}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

/** What is wrong with a run; empty when it passes. */
export function problemsOf({ share, stale }: Verdict): string[] {
  return [
    ...(share < MIN_SHARE ? [`${percent(share)} killed, ${percent(MIN_SHARE)} are needed`] : []),
    ...stale.map(
      ({ file, from, to }) =>
        `${file}: scripts/mutants/equivalents.ts lists what is no survivor\n  - ${from}\n  + ${to}`,
    ),
  ];
}

/** The verdict as a table, with the survivors and what was left out. */
export function reportOf(verdict: Verdict): string {
  const { files } = verdict;
  const begun = files.filter(({ mutants }) => mutants !== null);
  const all = begun.length > 1 ? [row('all', begun)] : [];
  return [
    table([HEAD, ...begun.map((file) => row(file.file, [file])), ...all]),
    ...section(
      'listed as equivalent',
      files.flatMap(({ listed }) =>
        listed.map((mutant) => `${asText(mutant)}\n  ${mutant.reason}`),
      ),
    ),
    ...section(
      'survived',
      files.flatMap(({ survived }) => survived.map(asText)),
    ),
    ...section(
      'left out, because the time was over',
      files
        .filter(({ mutants, leftOut }) => mutants === null || leftOut > 0)
        .map(({ file, mutants, leftOut }) => {
          return `${file}: ${mutants === null ? 'all' : `${leftOut} of ${mutants}`}`;
        }),
    ),
    '',
    `${percent(verdict.share)} killed beside those listed as equivalent and those that the compiler refuses`,
  ].join('\n');
}
