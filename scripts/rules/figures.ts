const MAGNITUDES: Readonly<Record<string, number>> = { million: 1_000_000, billion: 1_000_000_000 };

/** The figures of an English phrase; "10, 20 and 50 million" are three, each of millions. */
export function figuresIn(phrase: string): number[] {
  const magnitude = MAGNITUDES[/\b(million|billion)\b/.exec(phrase)?.[1] ?? ''] ?? 1;
  const figures = phrase.match(/\d{1,3}(?:,\d{3})+|\d+/g) ?? [];
  return figures.map((figure) => Number(figure.replaceAll(',', '')) * magnitude);
}
