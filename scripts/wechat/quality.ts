import type { Item } from './judge';

/** The result of miniprogram-ci's `checkCodeQuality` for one item. */
export interface QualityResult {
  readonly name: string;
  readonly success: boolean;
  readonly text?: string;
  /** Depends on the item: nothing, a list of paths, `{files}`, or sizes by package. */
  readonly detail?: unknown;
}

/** The items that miniprogram-ci 2.1.42 is known to report for a mini program. */
const QUALITY_ITEMS = [
  'PACKAGE_SIZE_LIMIT',
  'JS_COMPRESS_OPEN',
  'WXML_COMPRESS_OPEN',
  'WXSS_COMPRESS_OPEN',
  'LAZYCODE_LOADING_OPEN',
  'IMAGE_AND_AUDIO_LIMIT',
  'CONTAINS_OTHER_PKG_JS',
  'CONTAINS_OTHER_PKG_COMPONENTS',
  'CONTAINS_UNUSED_PLUGINS',
  'CONTAINS_UNUSED_COMPONENTS',
  'CONTAINS_UNUSED_CODES',
] as const;

function listed(detail: unknown): unknown[] {
  if (Array.isArray(detail)) return detail;
  const { files } = (detail ?? {}) as { files?: unknown };
  return Array.isArray(files) ? files : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Some items succeed whatever they list, so a list that is not empty is a finding. */
function findingsOf({ name, success, text, detail }: QualityResult): string[] {
  const found = name.startsWith('CONTAINS_') ? listed(detail).map(textOf) : [];
  if (success || found.length > 0) return found;
  return [[text ?? 'no text', ...(detail === undefined ? [] : [textOf(detail)])].join(' ')];
}

/** WeChat's results as items. A known item without a result is a finding as well. */
export function itemsOfQuality(results: readonly QualityResult[]): Item[] {
  const missing = QUALITY_ITEMS.filter((name) => !results.some((result) => result.name === name));
  return [
    ...results.map((result) => ({ name: result.name, findings: findingsOf(result) })),
    ...missing.map((name) => ({ name, findings: ['was not reported'] })),
  ];
}
