import { describe, expect, it } from 'vitest';

import { SCHEMA } from './schema';
import { planSchema } from './schema-plan';

describe('the plan of a deployment', () => {
  it('has every collection, with its indexes in order', () => {
    const plan = planSchema(SCHEMA);
    expect(plan.map(({ name }) => name)).toEqual(Object.keys(SCHEMA.collections));
    expect(plan.find(({ name }) => name === 'shops')?.indexes).toEqual([
      {
        name: 'isListed_1_listedKey_1',
        keys: [
          { field: 'isListed', direction: 1 },
          { field: 'listedKey', direction: 1 },
        ],
        unique: false,
      },
    ]);
  });

  it('knows both directions and unique keys', () => {
    const fields = [
      { name: 'a', order: 'desc' },
      { name: 'b', order: 'asc' },
    ] as const;
    const indexes = [{ fields, unique: true }];
    expect(planSchema({ collections: { some: { fields: {}, indexes } } })).toEqual([
      {
        name: 'some',
        indexes: [
          {
            name: 'a_-1_b_1',
            keys: [
              { field: 'a', direction: -1 },
              { field: 'b', direction: 1 },
            ],
            unique: true,
          },
        ],
      },
    ]);
  });
});
