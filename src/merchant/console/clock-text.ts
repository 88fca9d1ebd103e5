const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds as `1:37:24`. */
export function clockText(seconds: number): string {
  return `${String(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Seconds as `6:20`, however many minutes they are. */
export function minuteText(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
