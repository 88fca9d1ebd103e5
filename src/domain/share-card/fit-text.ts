/**
 * Breaking text into lines without a canvas. Widths are estimated per character in ems, on the
 * generous side; the drawing condenses what a device's font makes wider.
 */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
const NARROW = /[ .,:;'|!ijl·]/;
const EM_WIDE = 1;
const EM_NARROW = 0.34;
const EM_UPPER = 0.72;
const EM_OTHER = 0.58;

function emsOf(character: string): number {
  // Beyond the basic plane: emoji and rare Chinese characters, all full width.
  if (WIDE.test(character) || (character.codePointAt(0) ?? 0) > 0xffff) return EM_WIDE;
  if (NARROW.test(character)) return EM_NARROW;
  return /[A-Z%@&MW—]/.test(character) ? EM_UPPER : EM_OTHER;
}

/** Estimated width of one line, px. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((sum, character) => sum + emsOf(character) * size, 0);
}

/** Cuts one line to a width, px, with an ellipsis when something is left out. */
export function cutLine(text: string, size: number, maxWidth: number): string {
  if (textWidth(text, size) <= maxWidth) return text;
  let kept = '';
  for (const character of Array.from(text)) {
    if (textWidth(`${kept}${character}…`, size) > maxWidth) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Words where there are spaces; every Chinese character may begin a line. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const character of Array.from(text.replace(/\s+/g, ' ').trim())) {
    if (emsOf(character) === EM_WIDE || character === ' ') {
      if (word) found.push(word);
      found.push(character);
      word = '';
    } else {
      word += character;
    }
  }
  return word ? [...found, word] : found;
}

/** At most `maxLines` lines no wider than `maxWidth` px; the last is cut with an ellipsis. */
export function wrapText(text: string, size: number, maxWidth: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  const rest = pieces(text);
  while (rest.length > 0) {
    const piece = rest[0] ?? '';
    const fits = textWidth(line + piece, size) <= maxWidth;
    if (!fits && line.trim() !== '' && lines.length < maxLines - 1) {
      lines.push(line.trim());
      line = '';
      continue;
    }
    rest.shift();
    // A word longer than a line, or what stands on the last line, is cut below.
    line += piece;
  }
  return [...lines, line.trim()].filter(Boolean).map((each) => cutLine(each, size, maxWidth));
}
