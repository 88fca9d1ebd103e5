import type { Change } from './change';

/** A mutant that no test can kill, because the program does the same with it. */
export interface Equivalent {
  readonly file: string;
  /** The lines as they are, and as the mutant has them; white space counts as one space. */
  readonly from: string;
  readonly to: string;
  /** Why nothing differs. */
  readonly reason: string;
}

/** A mutant that was run, with what came of it. */
export interface Mutant extends Change {
  readonly file: string;
  readonly line: number;
  readonly isKilled: boolean;
}

/** The mutants of one file. */
export interface FileVerdict {
  readonly file: string;
  /** How many were made; null when Stryker had not begun with the file. */
  readonly mutants: number | null;
  readonly killed: number;
  /** Survivors that the compiler refuses. */
  readonly refused: number;
  readonly listed: readonly (Mutant & { readonly reason: string })[];
  readonly survived: readonly Mutant[];
  /** Not run before the time was over. */
  readonly leftOut: number;
}

/** The verdict on all files of a run. */
export interface Verdict {
  readonly files: readonly FileVerdict[];
  /** Share of killed among those that a test can kill: run, not refused, not listed; 1 of none. */
  readonly share: number;
  /** Entries of the list that are no survivors of a file that was run to its end. */
  readonly stale: readonly Equivalent[];
}

/** Smallest share of mutants that the tests have to kill. */
export const MIN_SHARE = 0.95;

function isSame(a: Equivalent, b: Mutant): boolean {
  return a.file === b.file && a.from === b.from && a.to === b.to;
}

/**
 * Judges a run.
 * @param files that were to be run.
 * @param planned how many mutants each file has.
 * @param isRefused whether the compiler refuses a survivor.
 */
export function judge(
  files: readonly string[],
  { planned, tested }: { planned: ReadonlyMap<string, number>; tested: readonly Mutant[] },
  equivalents: readonly Equivalent[],
  isRefused: (mutant: Mutant) => boolean,
): Verdict {
  const verdicts = files.map((file): FileVerdict => {
    const ofFile = tested.filter((mutant) => mutant.file === file);
    const alive = ofFile.filter(({ isKilled }) => !isKilled);
    const listed = alive.flatMap((mutant) =>
      equivalents
        .filter((entry) => isSame(entry, mutant))
        .slice(0, 1)
        .map(({ reason }) => ({ ...mutant, reason })),
    );
    const open = alive.filter((mutant) => !equivalents.some((entry) => isSame(entry, mutant)));
    const survived = open.filter((mutant) => !isRefused(mutant));
    const mutants = planned.get(file) ?? null;
    return {
      file,
      mutants,
      killed: ofFile.length - alive.length,
      refused: open.length - survived.length,
      listed,
      survived,
      leftOut: (mutants ?? 0) - ofFile.length,
    };
  });
  const complete = verdicts.filter(({ mutants, leftOut }) => mutants !== null && leftOut === 0);
  const stale = equivalents.filter((entry) =>
    complete.some(({ file, listed }) => {
      return file === entry.file && !listed.some((mutant) => isSame(entry, mutant));
    }),
  );
  return { files: verdicts, share: shareOf(verdicts), stale };
}

/** Share of killed among those that a test can kill. */
export function shareOf(files: readonly Pick<FileVerdict, 'killed' | 'survived'>[]): number {
  const killed = files.reduce((sum, file) => sum + file.killed, 0);
  const survived = files.reduce((sum, file) => sum + file.survived.length, 0);
  return killed + survived === 0 ? 1 : killed / (killed + survived);
}
