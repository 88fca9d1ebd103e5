import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { copyShapesOf } from './copy-shapes';

describe('copyShapesOf', () => {
  let source: string;

  function write(name: string, text: string): void {
    const file = path.join(source, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  beforeEach(() => {
    source = mkdtempSync(path.join(tmpdir(), 'copy-shapes-'));
    write('contract/shop.ts', 'name');
    write('domain/shop/shop.ts', 'roles');
    write('stores/shop-store.ts', 'kept');
  });
  afterEach(() => rmSync(source, { recursive: true }));

  it.each(['contract/shop.ts', 'domain/shop/shop.ts', 'stores/shop-store.ts', 'contract/new.ts'])(
    'changes with %s',
    (name) => {
      const before = copyShapesOf(source);
      write(name, 'name, waiting');
      expect(copyShapesOf(source)).not.toBe(before);
    },
  );

  it('stays with the same sources, and with other tests and pages', () => {
    const before = copyShapesOf(source);
    write('contract/shop.test.ts', 'test');
    write('stores/records.fixture.ts', 'fixture');
    write('pages/shop/index.tsx', 'page');
    expect(copyShapesOf(source)).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{8}$/);
  });
});
