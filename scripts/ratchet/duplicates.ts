import { countedLines } from './lines';

/** A source file that is searched for duplicates. */
export interface SourceText {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A place in a file; lines are numbered from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** Equal lines at two places. */
export interface Duplicate {
  /** Equal lines that count; those passed over lie between them. */
  readonly length: number;
  readonly first: Place;
  readonly second: Place;
}

interface Start {
  readonly file: number;
  readonly index: number;
}

/** Longest run of equal lines between two files, or within one. */
const MAX_LENGTH = 11;
/** Longest run of equal lines between src and cloud. */
const MAX_LENGTH_BETWEEN_SIDES = 9;

/**
 * Finds every run of at least `minLength` equal lines at two places, the longest first. Within one
 * file a run ends where its second place begins.
 */
export function findDuplicates(sources: readonly SourceText[], minLength: number): Duplicate[] {
  const files = sources.map(({ text }) => countedLines(text));
  const textAt = ({ file, index }: Start, offset: number): string | undefined =>
    files[file]?.[index + offset]?.text;
  const placeOf = ({ file, index }: Start): Place => ({
    path: sources[file]?.path ?? '',
    line: files[file]?.[index]?.number ?? 0,
  });

  function lengthOf(first: Start, second: Start): number {
    const maxLength = first.file === second.file ? second.index - first.index : Infinity;
    let length = 0;
    while (length < maxLength) {
      const text = textAt(first, length);
      if (text === undefined || text !== textAt(second, length)) break;
      length += 1;
    }
    return length;
  }

  const found: Duplicate[] = [];
  const startsByWindow = new Map<string, Start[]>();
  files.forEach((lines, file) => {
    for (let index = 0; index + minLength <= lines.length; index += 1) {
      const second = { file, index };
      const window = lines.slice(index, index + minLength).map(({ text }) => text);
      const earlier = startsByWindow.get(window.join('\n')) ?? [];
      for (const first of earlier) {
        // A run that began a line earlier was found there.
        const before = textAt(first, -1);
        const continues = before !== undefined && before === textAt(second, -1);
        const length = continues ? 0 : lengthOf(first, second);
        if (length >= minLength) {
          found.push({ length, first: placeOf(first), second: placeOf(second) });
        }
      }
      startsByWindow.set(window.join('\n'), [...earlier, second]);
    }
  });
  return found.sort((a, b) => b.length - a.length);
}

/** Whether a run of equal lines is longer than allowed. */
export function isTooLong({ length, first, second }: Duplicate): boolean {
  const sides = [first, second].map(({ path }) => path.split('/')[0]).sort();
  const isBetweenSides = sides[0] === 'cloud' && sides[1] === 'src';
  return length > (isBetweenSides ? MAX_LENGTH_BETWEEN_SIDES : MAX_LENGTH);
}
