import { describe, expect, it } from 'vitest';

import { packagesOfLock, unfitToShip } from './licences';

const named = (licence: string) => ({ name: 'a', version: '1.0.0', licence });

describe('a licence', () => {
  it.each(['MIT', 'Apache-2.0 AND MIT', '(BSD-3-Clause OR GPL-2.0)', '(MIT OR CC0-1.0)', '0BSD'])(
    'may ship: %s',
    (licence) => {
      expect(unfitToShip([named(licence)])).toEqual([]);
    },
  );

  it.each([
    '',
    'GPL-3.0-only',
    'MPL-2.0',
    'LGPL-2.1',
    'MIT AND GPL-2.0',
    'SEE LICENSE IN x',
    'UNLICENSED',
  ])('may not ship: %j', (licence) => {
    expect(unfitToShip([named(licence)])).toEqual([named(licence)]);
  });
});

describe('an accepted package', () => {
  it('may state no licence, but no copyleft one', () => {
    expect(unfitToShip([named('')], ['a'])).toEqual([]);
    expect(() => unfitToShip([named('GPL-3.0-only')], ['a'])).toThrow('a is accepted without need');
  });

  it('is an error once it states one, or is gone', () => {
    expect(() => unfitToShip([named('MIT')], ['a'])).toThrow('a is accepted without need');
    expect(() => unfitToShip([], ['a'])).toThrow('a is accepted without need');
  });
});

describe('packagesOfLock', () => {
  it('lists what is installed once, and neither workspaces nor their links', () => {
    const packages = {
      '': { version: '0.2.0' },
      'packages/own': { version: '0.1.0' },
      'node_modules/own': { link: true },
      'node_modules/@b/c': { version: '2.0.0', license: 'ISC' },
      'node_modules/d/node_modules/@b/c': { version: '2.0.0', license: 'ISC' },
      'node_modules/d': { version: '1.0.0' },
    };
    expect(packagesOfLock(JSON.stringify({ packages }))).toEqual([
      { name: '@b/c', version: '2.0.0', licence: 'ISC' },
      { name: 'd', version: '1.0.0', licence: '' },
    ]);
  });
});
