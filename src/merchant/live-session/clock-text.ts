const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** Seconds as a running clock: `1:37:24`. */
export function clockText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return `${String(hours)}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`;
}
