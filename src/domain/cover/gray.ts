/** The grey of a colour `#RRGGBB`, as bright as the colour (ITU-R BT.709). */
export function grayOf(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const level = Math.round(0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0));
  const digits = level.toString(16).padStart(2, '0');
  return `#${digits}${digits}${digits}`;
}
