/** A line that counts, with its whitespace folded. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

const IMPORT = /^(?:import\b|export (?:\*|(?:type )?\{.*\}) from\b)/;
const COMMENT = /^(?:\/\/|\/\*.*\*\/$|\{\/\*.*\*\/\}$)/;

/** The lines that count: blank lines, comments and imports are passed over, whitespace is folded. */
export function countedLines(text: string): Line[] {
  const counted: Line[] = [];
  /** The end of the comment or import that the lines belong to. */
  let until: RegExp | null = null;
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim().replace(/\s+/g, ' ');
    if (until) {
      if (until.test(line)) until = null;
    } else if (line.startsWith('/*') && !line.includes('*/')) {
      until = /\*\//;
    } else if (line.startsWith('import ') && !line.endsWith(';')) {
      until = /;$/;
    } else if (line !== '' && !IMPORT.test(line) && !COMMENT.test(line)) {
      counted.push({ text: line, number: index + 1 });
    }
  });
  return counted;
}
