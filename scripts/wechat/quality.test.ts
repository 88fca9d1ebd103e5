import { describe, expect, it } from 'vitest';

import { itemsOfQuality, type QualityResult } from './quality';

function findings(result: QualityResult): readonly string[] | undefined {
  return itemsOfQuality([result]).find(({ name }) => name === result.name)?.findings;
}

describe('itemsOfQuality', () => {
  it('finds nothing when every item succeeds', () => {
    const known = itemsOfQuality([]);
    const results = known.map(({ name }) => ({ name, success: true, detail: [] }));
    expect(itemsOfQuality(results).every((item) => item.findings.length === 0)).toBe(true);
  });

  it('reports text and detail of a failed item', () => {
    expect(findings({ name: 'JS_COMPRESS_OPEN', success: false, text: 'is off' })).toEqual([
      'is off',
    ]);
    const detail = { __APP__: 2_000_000 };
    expect(findings({ name: 'PACKAGE_SIZE_LIMIT', success: false, text: 'big', detail })).toEqual([
      'big {"__APP__":2000000}',
    ]);
  });

  it('reports listed files even when WeChat calls the item a success', () => {
    const detail = ['pages/stray.js'];
    expect(findings({ name: 'CONTAINS_UNUSED_CODES', success: true, detail })).toEqual(detail);
    const files = { size: 6, files: ['only-sub.js'] };
    expect(
      findings({ name: 'CONTAINS_OTHER_PKG_JS', success: false, text: 'JS', detail: files }),
    ).toEqual(['only-sub.js']);
  });

  it('does not report sizes within the limit', () => {
    const detail = { __APP__: 461_129 };
    expect(findings({ name: 'PACKAGE_SIZE_LIMIT', success: true, detail })).toEqual([]);
  });

  it('reports a known item that is missing from the result', () => {
    const items = itemsOfQuality([]);
    expect(items.map(({ name }) => name)).toContain('CONTAINS_UNUSED_CODES');
    expect(items).toHaveLength(11);
    expect(items.every((item) => item.findings[0] === 'was not reported')).toBe(true);
  });

  it('reports an unknown item like the others', () => {
    expect(findings({ name: 'NEW_ITEM', success: false, text: 'no' })).toEqual(['no']);
  });
});
