import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { everyPage } from '../../tests/testkit/browser/every-page';
import type { DemoNames } from '../../tests/testkit/browser/names';
import type { BenchRow } from '../rows';
import { row } from './gates';
import type { MeasuredStep, Measurer } from './measure';

/** Limits of the opening of each page, by its short name. */
type PageLimits = Readonly<Record<string, { readonly calls: number; readonly bytes: number }>>;

const FILE = fileURLToPath(new URL('../render.pages.json', import.meta.url));

/** Pages that are measured beside a native twin, with limits of their own. */
const TWINNED = ['home', 'sessions', 'progress', 'record', 'store', 'public-session'];

/** Times and names of the demonstration differ a little from one day to another. */
const SLACK = 1.06;
/** Answers come in one order or another: a limit is the most of so many openings. */
const OPENINGS_FOR_LIMITS = 3;
/** Limits are whole multiples of this many bytes. */
const ROUNDED_TO = 100;

/** Several answers may come together or apart, so that a page of many calls may take one more. */
function limitsOf(costs: ReadonlyMap<string, MeasuredStep>): PageLimits {
  return Object.fromEntries(
    [...costs].map(([name, { calls, bytes }]) => [
      name,
      {
        calls: calls > 2 ? calls + 1 : calls,
        bytes: Math.ceil((bytes * SLACK) / ROUNDED_TO) * ROUNDED_TO,
      },
    ]),
  );
}

/**
 * Opens every other page, cold, as the demonstration's streamer.
 * @param writes whether the limits become what the pages cost now
 * @throws Error for a page without limits
 */
export async function everyPageRows(
  measurer: Measurer,
  names: DemoNames,
  writes: boolean,
): Promise<BenchRow[]> {
  const costs = new Map<string, MeasuredStep>();
  const openings = writes ? OPENINGS_FOR_LIMITS : 1;
  for (const { name, path } of everyPage(names)) {
    if (TWINNED.includes(name)) continue;
    const open = `open('/weapp/build.json', '${path}', 'streamer')`;
    costs.set(name, await measurer.steps(Array.from({ length: openings }, () => open)));
  }
  if (writes) writeFileSync(FILE, `${JSON.stringify(limitsOf(costs), null, 2)}\n`);
  const limits = JSON.parse(readFileSync(FILE, 'utf8')) as PageLimits;
  return [...costs].flatMap(([name, { calls, bytes }]) => {
    const limit = limits[name];
    if (!limit) throw new Error(`bench/render.pages.json has no page ${name}: run with --write`);
    return [
      row(`ours, page ${name}`, 'opened cold', calls, 'setData', { limit: limit.calls }),
      row(`ours, page ${name}`, 'opened cold', bytes, 'bytes', { limit: limit.bytes }),
    ];
  });
}
