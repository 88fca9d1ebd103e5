const CHINA_OFFSET_MS = 8 * 3_600_000;
const NAMES = ['second', 'minute', 'hour', 'day', 'month', 'weekday', 'year'] as const;
const RANGES = { second: 60, minute: 60, hour: 24 } as const;

type Field = (value: number) => boolean;

/** A WeChat cron: whether it fires at an instant. It is read in China time. */
export type Cron = (instantMs: number) => boolean;

function parseField(text: string, size: number): Field | undefined {
  if (text === '*') return () => true;
  const step = /^\*\/([1-9]\d*)$/.exec(text);
  if (step) return (value) => value % Number(step[1]) === 0;
  const values = text.split(',');
  if (!values.every((value) => /^\d+$/.test(value) && Number(value) < size)) return undefined;
  return (value) => values.some((listed) => Number(listed) === value);
}

/**
 * Reads WeChat's seven fields `second minute hour day month weekday year`. The first three may be `*`,
 * `*\/n` or numbers with commas, the others only `*`.
 * @throws Error that names a field which is not emulated
 */
export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== NAMES.length) {
    throw new Error(`cron "${text}" must have seven fields, from second to year`);
  }
  const fields = NAMES.map((name, i) => {
    const part = parts[i] ?? '';
    const size = name in RANGES ? RANGES[name as keyof typeof RANGES] : 0;
    const field = size > 0 ? parseField(part, size) : parseField(part === '*' ? part : '', 0);
    if (!field) throw new Error(`local cloud: cron ${name} "${part}" is not emulated`);
    return field;
  });
  const [isSecond, isMinute, isHour] = fields;
  return (instantMs) => {
    const china = new Date(instantMs + CHINA_OFFSET_MS);
    return (
      isSecond?.(china.getUTCSeconds()) === true &&
      isMinute?.(china.getUTCMinutes()) === true &&
      isHour?.(china.getUTCHours()) === true
    );
  };
}

const DAY_SECONDS = 86_400;

/** The first whole second after an instant at which the cron fires, in milliseconds. */
export function nextRun(cron: Cron, afterMs: number): number {
  const start = Math.floor(afterMs / 1000) + 1;
  for (let second = start; second <= start + DAY_SECONDS; second++) {
    if (cron(second * 1000)) return second * 1000;
  }
  throw new Error('every emulated cron fires within a day');
}
