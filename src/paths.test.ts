import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { type PageName, PATHS, TABS } from './paths';

/** The query of an address as a router gives it: split, not decoded. */
function rawQuery(url: string): Record<string, string> {
  const [, query = ''] = url.split('?');
  const pairs = query.split('&').filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}

describe('PATHS', () => {
  it('names a file for each page', () => {
    for (const page of Object.values(PATHS)) {
      expect(existsSync(path.join(import.meta.dirname, `${page.path}.tsx`)), page.path).toBe(true);
    }
  });

  it('names each page once', () => {
    const paths = Object.values(PATHS).map((page) => page.path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('has four tabs', () => {
    expect(TABS.map((name: PageName) => PATHS[name].path)).toEqual([
      '/pages/home/index',
      '/pages/sessions/index',
      '/pages/progress/index',
      '/pages/me/index',
    ]);
  });
});

describe('url', () => {
  it('is the path alone without parameters', () => {
    expect(PATHS.home.url()).toBe('/pages/home/index');
  });

  it('writes parameters in the order of the page, not of the caller', () => {
    expect(PATHS.applicant.url({ year: 2026, hostId: 'h1', shopId: 's1' })).toBe(
      '/merchant/applicant/index?shopId=s1&hostId=h1&year=2026',
    );
  });

  it('leaves out an optional parameter that is null or absent', () => {
    expect(PATHS.record.url({ shopId: 's1', sessionId: null })).toBe(
      '/merchant/record/index?shopId=s1',
    );
  });

  it('encodes what would end a parameter', () => {
    expect(PATHS.shop.url({ id: 'a&b=c#?' })).toBe('/pages/shop/index?id=a%26b%3Dc%23%3F');
  });

  it('asks for the required parameters by type', () => {
    // @ts-expect-error -- a store's page needs its id
    expect(PATHS.shop.url({})).toBe('/pages/shop/index');
    // @ts-expect-error -- a year is a number
    expect(PATHS.ladder.url({ shopId: 's1', year: '2026' })).toContain('year=2026');
  });
});

describe('read', () => {
  it('gives back what a URL was built from', () => {
    const query = {
      shopId: 'sabc',
      hostId: 'h&1',
      year: 2026,
      scheme: 'huadu-2020',
      awardId: 'HD-ANCHOR',
      tierId: 'A2',
      conditionId: null,
    };
    expect(PATHS.explain.read(rawQuery(PATHS.explain.url(query)))).toEqual(query);
  });

  it('gives null for a parameter that is missing or empty', () => {
    expect(PATHS.plan.read({ shopId: '' })).toEqual({
      shopId: null,
      sessionId: null,
      againId: null,
      count: null,
    });
  });

  it('gives null for a text that does not decode', () => {
    expect(PATHS.report.read({ shopId: '%E0%A4%A' }).shopId).toBeNull();
  });

  it.each(['', 'x', '2026x', '1e3', '20.5', '9'.repeat(16)])(
    'gives null for the year %j',
    (year) => {
      expect(PATHS.ladder.read({ shopId: 's1', year })).toEqual({ shopId: 's1', year: null });
    },
  );

  it('drops what is not a parameter of the page', () => {
    expect(PATHS.team.read({ shopId: 's1', $taroTimestamp: '1' })).toEqual({
      shopId: 's1',
      hostId: null,
    });
  });

  it('types each parameter as it may be missing', () => {
    expectTypeOf(PATHS.ladder.read({})).toEqualTypeOf<{
      readonly shopId: string | null;
      readonly year: number | null;
    }>();
  });
});
