import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { accessTable } from '../../tests/testkit/access-table';
import { pathOf, textOf } from '../generated-page';
import { accessTableText, PAGE } from './table';

describe('docs/generated/access.md', () => {
  it('stands as `npm run access -- --write` writes it', async () => {
    const text = await textOf(PAGE, accessTableText(accessTable()));
    expect(readFileSync(pathOf(PAGE), 'utf8')).toBe(text);
  });
});
