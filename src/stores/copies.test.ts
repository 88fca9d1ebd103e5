import { describe, expect, it } from 'vitest';

import { Copies } from './copies';
import { FakeCloud, fakeAdapters, fakeStorage, START } from './fake-adapters.fixture';

describe('Copies', () => {
  function copiesOf(storage = fakeStorage(), copyShapes = 'new') {
    const device = fakeAdapters(new FakeCloud(), { storage });
    return new Copies({ storage, scope: { ...device.scope, copyShapes } });
  }

  it('gives what was kept, and nothing after it is removed', () => {
    const copies = copiesOf();
    copies.write('shops', [1], START);
    expect(copies.read('shops')).toEqual({ at: START, value: [1] });
    copies.remove('shops');
    expect(copies.read('shops')).toBeNull();
  });

  it('shows no copy of an older build, though the version of the program is the same', () => {
    const storage = fakeStorage();
    copiesOf(storage, 'old').write('shops', [{ name: 'without waiting' }], START);
    expect(copiesOf(storage).read('shops')).toBeNull();
  });

  it('drops every copy of another build with its first write, and nothing else', () => {
    const storage = fakeStorage();
    copiesOf(storage, 'old').write('shops', [1], START);
    storage.set('copy/0.2.0/local/lin/shops', { at: START, value: [1] });
    storage.set('copy/new', { at: START, value: [1] });
    storage.set('draft/lin/plan', 'typed');
    storage.set('setting/lang', 'en-US');
    const copies = copiesOf(storage);
    copies.write('follows', [2], START);
    copies.write('shops', [3], START);
    expect(storage.keys().filter((key) => key.startsWith('copy/'))).toEqual([
      'copy/new/test/lin/follows',
      'copy/new/test/lin/shops',
    ]);
    expect(storage.get('draft/lin/plan')).toBe('typed');
    expect(storage.get('setting/lang')).toBe('en-US');
  });
});
