/** Writes one line of JSON to the platform's log. It never contains a person's id or text. */
export function log(
  level: 'info' | 'error',
  event: string,
  fields: Record<string, string | number | boolean | null>,
): void {
  const line = JSON.stringify({ level, event, ...fields });
  process.stdout.write(`${line}\n`);
}
