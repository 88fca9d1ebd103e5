/** A place in a file, with lines and columns from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Location {
  readonly start: Position;
  readonly end: Position;
}

/** A mutant as text. */
export interface Change {
  /** The lines that it changes, as one line. */
  readonly from: string;
  /** What they become. */
  readonly to: string;
  /** The whole file with the mutant in it. */
  readonly text: string;
}

function asOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The text with `replacement` in the place of what stands at the location. */
export function changeOf(text: string, { start, end }: Location, replacement: string): Change {
  const lines = text.split('\n');
  const head = (lines[start.line - 1] ?? '').slice(0, start.column - 1);
  const tail = (lines[end.line - 1] ?? '').slice(end.column - 1);
  const changed = head + replacement + tail;
  return {
    from: asOneLine(lines.slice(start.line - 1, end.line).join('\n')),
    to: asOneLine(changed),
    text: [...lines.slice(0, start.line - 1), changed, ...lines.slice(end.line)].join('\n'),
  };
}
