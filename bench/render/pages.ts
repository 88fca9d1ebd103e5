import { PATHS } from '../../src/paths';
import type { BenchRow } from '../rows';
import { row, within } from './gates';
import type { MeasuredStep, Measurer } from './measure';

const KIB = 1024;

/** Names of what is looked at, from the demonstration. */
export interface DemoIds {
  readonly shopId: string;
  /** Its session on air. */
  readonly liveId: string;
}

/** What may cross at most; where a page is not there yet, what is aimed at too. */
interface Bound {
  readonly limit: number;
  readonly aim?: number;
}

interface Budget {
  readonly bytes: Bound;
  readonly calls: Bound;
}

/** A page that is measured beside a native page with the same content. */
interface TwinnedPage {
  readonly name: string;
  readonly path: (ids: DemoIds) => string;
  /** Who looks; '' for a viewer whom nothing identifies. */
  readonly person: string;
  /** Selector of what a person came for. */
  readonly awaited: string;
  /** Until what a person came for is drawn. */
  readonly firstPaint?: Budget;
  readonly whole: Budget;
  /** Bytes of the whole opening as a multiple of the twin's. */
  readonly ratio: Bound;
  /** What coming back to it may cost when nothing changed. */
  readonly back: { readonly cloud: Bound; readonly renders: Bound };
}

/**
 * Pages that people open most. A limit above its aim is what the page costs now: Taro sends each
 * element with its class, which is a third of all bytes, where a native page sends words.
 */
const PAGES: readonly TwinnedPage[] = [
  {
    name: 'home',
    path: () => PATHS.home.url(),
    person: 'streamer',
    awaited: '.hl-card',
    whole: { bytes: { limit: 8.5 * KIB, aim: 8 * KIB }, calls: { limit: 2 } },
    ratio: { limit: 8, aim: 4 },
    back: { cloud: { limit: 1 }, renders: { limit: 60, aim: 10 } },
  },
  {
    name: 'sessions',
    path: () => PATHS.sessions.url(),
    person: 'streamer',
    awaited: '.hl-live',
    whole: { bytes: { limit: 9.75 * KIB, aim: 9 * KIB }, calls: { limit: 2 } },
    ratio: { limit: 4 },
    back: { cloud: { limit: 2, aim: 1 }, renders: { limit: 160, aim: 10 } },
  },
  {
    name: 'progress',
    path: () => PATHS.progress.url(),
    person: 'streamer',
    awaited: '.hl-road',
    firstPaint: { bytes: { limit: 8 * KIB }, calls: { limit: 2 } },
    whole: { bytes: { limit: 12 * KIB }, calls: { limit: 4 } },
    ratio: { limit: 4.8, aim: 4 },
    back: { cloud: { limit: 1 }, renders: { limit: 115, aim: 10 } },
  },
  {
    name: 'record',
    path: ({ shopId, liveId }) => PATHS.record.url({ shopId, sessionId: liveId }),
    person: 'streamer',
    awaited: '.hl-pad',
    whole: { bytes: { limit: 5 * KIB }, calls: { limit: 4 } },
    ratio: { limit: 10.5, aim: 4 },
    back: { cloud: { limit: 1 }, renders: { limit: 10 } },
  },
  {
    name: 'store',
    path: ({ shopId }) => PATHS.shop.url({ id: shopId }),
    person: '',
    awaited: '.hl-cover',
    whole: { bytes: { limit: 10 * KIB }, calls: { limit: 4, aim: 2 } },
    ratio: { limit: 5.75, aim: 4 },
    back: { cloud: { limit: 1 }, renders: { limit: 90, aim: 10 } },
  },
  {
    name: 'session',
    path: ({ liveId }) => PATHS.publicSession.url({ id: liveId }),
    person: '',
    awaited: '.session-head',
    whole: { bytes: { limit: 5.25 * KIB, aim: 5 * KIB }, calls: { limit: 4, aim: 2 } },
    ratio: { limit: 7.5, aim: 4 },
    back: { cloud: { limit: 1 }, renders: { limit: 40, aim: 10 } },
  },
];

/** A digit of an amount; one of these changes the unit in which the year is written. */
const DIGIT = {
  keys: ['5', '3', '7', '2', '8'],
  bytes: { limit: 375, aim: 200 },
  renders: { limit: 24, aim: 4 },
} as const;

function opened(build: string, path: string, person: string, awaited: string | null): string {
  const values = [build, path, person, awaited].map((value) => JSON.stringify(value));
  return `open(${values.join(', ')})`;
}

function budgetRows(
  name: string,
  metric: string,
  { calls, bytes }: { calls: number; bytes: number },
  budget?: Budget,
): BenchRow[] {
  return [
    row(name, metric, calls, 'setData', budget?.calls),
    row(name, metric, bytes, 'bytes', budget?.bytes),
  ];
}

/** What crosses the other way, and what is read: information, except for coming back. */
function otherRows(name: string, metric: string, step: MeasuredStep): BenchRow[] {
  return (['events', 'queries', 'cloud', 'renders'] as const).map((count) =>
    row(name, metric, step[count], count),
  );
}

/** @throws Error when what a person comes for was not drawn */
async function measurePage(
  measurer: Measurer,
  page: TwinnedPage,
  ids: DemoIds,
): Promise<BenchRow[]> {
  const { name, person, awaited, back } = page;
  const ours = await measurer.step(opened('/weapp/build.json', page.path(ids), person, awaited));
  if (!ours.drawn) throw new Error(`${name} never showed ${awaited}`);
  const characters = await measurer.characters();
  const again = await measurer.step('revisit()');
  const typed = name === 'record' ? await measureDigits(measurer) : [];
  await measurer.checkErrors();
  const twin = await measurer.step(opened('/bench/native.json', `/${name}/index`, person, null));
  const ofTwin = await measurer.characters();
  return [
    ...budgetRows(`ours, ${name}`, 'until it is drawn', ours.drawn, page.firstPaint),
    ...budgetRows(`ours, ${name}`, 'opened cold', ours, page.whole),
    ...otherRows(`ours, ${name}`, 'opened cold', ours),
    row(`ours, ${name}`, 'opened cold', ours.nodes, 'nodes'),
    ...budgetRows(`native twin, ${name}`, 'opened cold', twin),
    row(`native twin, ${name}`, 'opened cold', twin.nodes, 'nodes'),
    within(`ours to the native twin, ${name}`, 'opened cold', ours.bytes / twin.bytes, page.ratio),
    row(`ours to the native twin, ${name}`, 'characters shown', characters / ofTwin, '×'),
    row(`ours, ${name}`, 'back, nothing changed', again.calls, 'setData', { limit: 0 }),
    row(`ours, ${name}`, 'back, nothing changed', again.cloud, 'cloud', back.cloud),
    row(`ours, ${name}`, 'back, nothing changed', again.renders, 'renders', back.renders),
    ...typed,
  ];
}

/** Types digits on the pad; the first key also replaces what stood there, and is left out. */
async function measureDigits(measurer: Measurer): Promise<BenchRow[]> {
  const [first, ...keys] = DIGIT.keys.map((key) => `tapWords('${key}')`);
  await measurer.step(first ?? '');
  const digit = await measurer.steps(keys);
  return [
    row('ours, record', 'a digit', digit.calls, 'setData', { limit: 1 }),
    row('ours, record', 'a digit', digit.bytes, 'bytes', DIGIT.bytes),
    row('ours, record', 'a digit', digit.renders, 'renders', DIGIT.renders),
    row('ours, record', 'a digit', digit.events, 'events', { limit: 1 }),
  ];
}

/** The pages that people open most, each beside its native twin. */
export async function measurePages(measurer: Measurer, ids: DemoIds): Promise<BenchRow[]> {
  await measurer.serveFrom('Desk');
  const rows: BenchRow[] = [];
  for (const page of PAGES) rows.push(...(await measurePage(measurer, page, ids)));
  return rows;
}
