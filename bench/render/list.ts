import { PATHS } from '../../src/paths';
import { type MeasuredStep, type Measurer, PAGE_ROWS } from './measure';

/** A program that shows the list. */
export interface ListProgram {
  readonly name: 'ours' | 'windowed twin' | 'unwindowed twin';
  /** Steps that load the first page; the last one is measured. */
  readonly open: readonly string[];
  /** Selector of a row. */
  readonly row: string;
  /** The longest list that is measured. */
  readonly maxRows: number;
  /** Whether a row shows the record that its own page read. */
  readonly followsPages: boolean;
}

function native(page: string): string {
  return `open('/bench/native.json', '/${page}/index?shopId=s', 'streamer')`;
}

/** The built mini program, and the hand-written pages beside it. */
export const LIST_PROGRAMS: readonly ListProgram[] = [
  {
    name: 'ours',
    open: [
      `open('/weapp/build.json', '${PATHS.sessions.url()}', 'streamer')`,
      // A tab without sessions, so that the first page alone is measured and not the page around it.
      "tapWords('已结束')",
      "tapWords('全部')",
    ],
    row: '.hl-live',
    maxRows: Infinity,
    followsPages: true,
  },
  {
    name: 'windowed twin',
    open: [native('windowed')],
    row: '.row',
    maxRows: Infinity,
    followsPages: false,
  },
  // It becomes slow with its length, which is what windows are for: 5,000 rows take minutes.
  {
    name: 'unwindowed twin',
    open: [native('whole')],
    row: '.row',
    maxRows: 100,
    followsPages: false,
  },
];

/** The cost of a list of one length in one program. */
export interface ListCost {
  readonly program: ListProgram['name'];
  readonly rows: number;
  readonly first: MeasuredStep;
  /** Busy time until all rows were read, ms; null for a list of one page. */
  readonly fillMs: number | null;
  /** Elements on the page after all rows were read. */
  readonly nodes: number;
  /** null for a list of one page. */
  readonly appended: MeasuredStep | null;
  /** Frames until rows are in view after a jump; null for a list of one page. */
  readonly jumpFrames: number | null;
  readonly update: MeasuredStep;
  readonly remove: MeasuredStep;
  readonly select: MeasuredStep;
  /** A row in the middle that changed on its own page; null when a list does not follow. */
  readonly visit: MeasuredStep | null;
  /** The same of a row's amount, which changes the sum of its month, too. */
  readonly amount: MeasuredStep | null;
}

/** Pages that are appended to measure, after the list reached its length. */
const MEASURED_ROWS = 10 * PAGE_ROWS;

/** Number of rows on which the same step is measured. */
const TIMES = 3;

/** Targets of fast scrolling, as shares of the page's height; far from each other. */
const JUMPS = [0.1, 0.7, 0.3, 0.9, 0.5];

function times(call: (time: number) => string): string[] {
  return Array.from({ length: TIMES }, (_, time) => call(time));
}

/** Measures a list of `rows` rows, read page by page. */
export async function measureList(
  measurer: Measurer,
  program: ListProgram,
  rows: number,
): Promise<ListCost> {
  const isOnePage = rows <= PAGE_ROWS;
  await measurer.serve(isOnePage ? rows : rows + MEASURED_ROWS);
  let first: MeasuredStep | null = null;
  for (const step of program.open) first = await measurer.step(step);
  if (!first) throw new Error(`${program.name} has no step that opens it`);
  const fill = await measurer.fill(PAGE_ROWS, rows);
  const appended = isOnePage ? null : await measurer.appended();
  const jumpFrames = isOnePage ? null : await measurer.jumps(program.row, JUMPS);
  await measurer.step('toTop()');
  const update = await measurer.steps(times((time) => `update(${3 + time})`));
  const remove = await measurer.steps(times(() => 'remove(5)'));
  const row = JSON.stringify(program.row);
  if (!isOnePage) await measurer.jumps(program.row, [0.5]);
  const select = await measurer.steps(times((time) => `select(${row}, ${time})`));
  const visits = (change: string): Promise<MeasuredStep> =>
    measurer.steps(times((time) => `visit('${change}', ${row}, ${time})`));
  const visit = program.followsPages ? await visits('endEarlier') : null;
  const amount = program.followsPages ? await visits('change') : null;
  await measurer.checkErrors();
  return {
    program: program.name,
    rows,
    first,
    appended,
    jumpFrames,
    update,
    remove,
    select,
    visit,
    amount,
    nodes: fill.nodes ?? first.nodes,
    fillMs: isOnePage ? null : fill.busyMs,
  };
}
