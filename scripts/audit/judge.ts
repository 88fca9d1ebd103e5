import type { AcceptedFinding } from './accepted';
import type { PageAudit } from './in-page';
import type { TextAudit } from './in-page-texts';

/** The figures of a page, what is wrong with its words, and the number of its calls. */
export type CountedPage = PageAudit &
  TextAudit & {
    /** Calls to cloud functions until the page settled. */
    readonly calls: number;
  };

/** A page and its findings. */
export interface JudgedPage {
  readonly name: string;
  readonly audit: CountedPage;
  readonly findings: readonly string[];
}

/**
 * Limits of WeChat's 体验评分 that can be counted without a phone
 * (WX:miniprogram/dev/framework/audits/scoring.md): setData at most 20 times a second and 256 KB at
 * once, fewer than 1,000 nodes, depth under 30, at most 60 children, at most 10 requests at once.
 * The limits of targets, names and contrast are our own and stricter.
 */
const LIMITS = {
  setDataCalls: 20,
  largestSetData: 256_000,
  nodes: 999,
  depth: 29,
  children: 60,
  calls: 10,
} as const;

const COUNTED = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
const LISTED = [
  'pictures',
  'smallTargets',
  'overflowing',
  'unnamed',
  'faint',
  'faintMarks',
  'clipped',
  'spilled',
  'overlapping',
  'errors',
] as const;

/**
 * Compares a page with the limits.
 * @param troubles reports of the browser meanwhile: another host, a failed request, an error
 */
export function judgePage(
  name: string,
  audit: CountedPage,
  troubles: readonly string[],
): JudgedPage {
  const tooMany = COUNTED.filter((key) => audit[key] > LIMITS[key]).map(
    (key) => `${key} ${audit[key]}, at most ${LIMITS[key]}`,
  );
  const listed = LISTED.flatMap((key) => audit[key].map((what) => `${key}: ${what}`));
  return { name, audit, findings: [...tooMany, ...listed, ...troubles] };
}

/**
 * Removes accepted findings.
 * @returns the pages without accepted findings, and a line for each acceptance that matches none
 */
export function withoutAccepted(
  pages: readonly JudgedPage[],
  accepted: readonly AcceptedFinding[],
): { pages: readonly JudgedPage[]; stale: readonly string[] } {
  const texts = pages.flatMap(({ findings }) => findings);
  const left = pages.map((page) => ({
    ...page,
    findings: page.findings.filter((text) => !accepted.some(({ finding }) => finding.test(text))),
  }));
  const stale = accepted
    .filter(({ finding }) => !texts.some((text) => finding.test(text)))
    .map(({ finding }) => `accepted, but not found: ${finding.source}`);
  return { pages: left, stale };
}

/** Heading and figure of each column. */
const COLUMNS: readonly (readonly [string, (page: JudgedPage) => number | null])[] = [
  ['setData', ({ audit }) => audit.setDataCalls],
  ['bytes', ({ audit }) => audit.setDataBytes],
  ['largest', ({ audit }) => audit.largestSetData],
  ['nodes', ({ audit }) => audit.nodes],
  ['depth', ({ audit }) => audit.depth],
  ['children', ({ audit }) => audit.children],
  ['calls', ({ audit }) => audit.calls],
  ['pictures', ({ audit }) => audit.pictureCount],
  ['target px', ({ audit }) => audit.smallestTarget],
  ['contrast', ({ audit }) => audit.lowestContrast],
  ['findings', ({ findings }) => findings.length],
];

/** A table of all pages, then every finding with its page. */
export function tableOf(pages: readonly JudgedPage[]): string {
  const heading = ['page', ...COLUMNS.map(([head]) => head)];
  const rows = pages.map((page) => [page.name, ...COLUMNS.map(([, read]) => read(page) ?? '—')]);
  const lines = [heading, ...rows].map(([name, ...figures]) =>
    [String(name).padEnd(34), ...figures.map((figure) => String(figure).padStart(10))].join(''),
  );
  const findings = pages.flatMap((page) => page.findings.map((text) => `${page.name}: ${text}`));
  return [...lines, ...findings].join('\n');
}
