import type { AcceptedFinding } from './accepted';
import type { PageAudit } from './in-page';

/** What is counted on a page, and on its way to the cloud. */
export type CountedPage = PageAudit & {
  /** Calls to cloud functions until the page was still. */
  readonly calls: number;
};

/** A page with what is wrong with it. */
export interface JudgedPage {
  readonly name: string;
  readonly audit: CountedPage;
  readonly findings: readonly string[];
}

/**
 * Limits of WeChat's 体验评分 that can be counted without a phone
 * (WX:miniprogram/dev/framework/audits/scoring.md): setData at most 20 times a second and 256 KB at
 * once, fewer than 1,000 nodes, depth under 30, at most 60 children, at most 10 requests at once. Targets, names and contrast
 * are our own, stricter ones.
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
const LISTED = ['pictures', 'smallTargets', 'overflowing', 'unnamed', 'faint', 'errors'] as const;

/**
 * Holds a page against the limits.
 * @param troubles what the browser complained of meanwhile: another host, a failed request, an error
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
 * Takes out what is accepted; an acceptance that fits no finding any more becomes one.
 * @returns the pages without accepted findings, with a last one for stale acceptances if there are
 */
export function withoutAccepted(
  pages: readonly JudgedPage[],
  accepted: readonly AcceptedFinding[],
): { pages: readonly JudgedPage[]; stale: readonly string[] } {
  const all = pages.flatMap(({ findings }) => findings);
  const left = pages.map((page) => ({
    ...page,
    findings: page.findings.filter((one) => !accepted.some(({ finding }) => finding.test(one))),
  }));
  const stale = accepted
    .filter(({ finding }) => !all.some((one) => finding.test(one)))
    .map(({ finding }) => `accepted, but found nowhere: ${finding.source}`);
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
  const rows = pages.map((page) => [page.name, ...COLUMNS.map(([, of]) => of(page) ?? '—')]);
  const lines = [heading, ...rows].map(([name, ...figures]) =>
    [String(name).padEnd(34), ...figures.map((figure) => String(figure).padStart(10))].join(''),
  );
  const all = pages.flatMap(({ name, findings }) => findings.map((one) => `${name}: ${one}`));
  return [...lines, ...all].join('\n');
}
