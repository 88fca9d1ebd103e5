import type { ChinaDay } from '../../src/domain/time';

/** Figures of the repository by name; lower is better. */
export type Figures = Readonly<Record<string, number>>;

/** Why a figure may be as high as it is. */
export interface Note {
  readonly on: ChinaDay;
  readonly figure: string;
  readonly why: string;
  /** null: the figure was new. */
  readonly from: number | null;
  readonly to: number;
}

/** Content of bench/ratchet.json. */
export interface Ratchet {
  /** A figure may fall freely; it rises with a note only. */
  readonly figures: Figures;
  /** Bytes of each file of the built mini program, by package and path. */
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The oldest first. */
  readonly notes: readonly Note[];
}

/** Names of the figures that are new, or higher than they were. */
export function risen(measured: Figures, before: Figures): string[] {
  return Object.keys(measured).filter((name) => {
    const [now, then] = [measured[name], before[name]];
    return now !== undefined && (then === undefined || now > then);
  });
}

/** Names of the figures that stand higher in the file than their last note says. */
export function unexplained({ figures, notes }: Ratchet): string[] {
  const noted = Object.fromEntries(notes.map(({ figure, to }) => [figure, to]));
  return risen(figures, noted);
}

/**
 * The ratchet with newly measured figures; figures that were not measured stay.
 * @param why reason for the figures that rise
 * @throws Error when a figure rises and `why` is missing
 */
export function withFigures(
  before: Ratchet,
  measured: Figures,
  why: string | undefined,
  on: ChinaDay,
): Ratchet {
  const names = risen(measured, before.figures);
  if (names.length > 0 && !why) throw new Error(`--note is needed for ${names.join(', ')}`);
  const notes = names.map((figure) => ({
    on,
    figure,
    why: why ?? '',
    from: before.figures[figure] ?? null,
    to: measured[figure] ?? 0,
  }));
  return {
    figures: { ...before.figures, ...measured },
    files: before.files,
    notes: [...before.notes, ...notes],
  };
}
