import { describe, expect, it } from 'vitest';

import { csvOf } from './csv';

describe('csvOf', () => {
  it('quotes every cell, keeps line breaks, and begins with the mark of UTF-8', () => {
    expect(
      csvOf([
        ['场次', 'a "b", c'],
        ['第一行\n第二行', ''],
      ]),
    ).toBe('\ufeff"场次","a ""b"", c"\r\n"第一行\n第二行",""\r\n');
    expect(csvOf([])).toBe('\ufeff');
  });

  it.each([
    '=1+1',
    '+86 20',
    '-1',
    '@name',
    ' =HYPERLINK("http://a")',
    '\t=1',
    '\u200b=1',
    '＝1',
    '－1',
    '\n=1',
    '\rx',
  ])('makes %j plain text', (typed) => {
    expect(csvOf([[typed]])).toBe(`\ufeff"'${typed.replace(/"/g, '""')}"\r\n`);
  });

  it.each(['2026-11-24 20:00', '林晓（场控）', '92000000MADEMA0016', 'a=b'])(
    'leaves %j as it is',
    (text) => {
      expect(csvOf([[text]])).toBe(`\ufeff"${text}"\r\n`);
    },
  );
});
