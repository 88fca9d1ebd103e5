import { readFileSync } from 'node:fs';

import type { Platform } from '../../src/domain/shop/platform';

/** One report of a session, as in the fixture. */
export interface ReportedSession {
  sessionKey: string;
  report: 'kept' | 'other';
  hostId: string;
  /** China day, or empty when the source gives none. */
  date: string;
  platform: string;
  /** Whole yuan as in the source, or empty when it gives none. */
  gmvYuan: string;
  sourceUrl: string;
}

const COLUMNS = {
  sessionKey: 'session_key',
  report: 'report',
  hostId: 'host_id',
  date: 'date',
  platform: 'platform',
  gmvYuan: 'gmv_yuan',
  sourceUrl: 'source_url',
} as const;

/** Splits one line of RFC 4180: quoted cells may contain commas and doubled quotes. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .slice(0, -1);
}

/** All reports of `tests/testkit/fixtures/real-sessions.csv`, in order. */
export function readRealSessions(): ReportedSession[] {
  const text = readFileSync('tests/testkit/fixtures/real-sessions.csv', 'utf8');
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = cellsOf(`${head},`);
  return lines.map((line) => {
    const cells = cellsOf(`${line},`);
    if (cells.length < names.length) throw new Error(`too few cells: ${line}`);
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return Object.fromEntries(
      Object.entries(COLUMNS).map(([field, name]) => [field, cell(name)]),
    ) as unknown as ReportedSession;
  });
}

const PLATFORM_OF: Record<string, Platform> = {
  'Taobao Live': 'taobao',
  Douyin: 'douyin',
  Kuaishou: 'kuaishou',
  'JD Live': 'jd',
};

/** The product's value of a platform; unknown platforms are `other`. */
export const platformOf = (name: string): Platform => PLATFORM_OF[name] ?? 'other';
