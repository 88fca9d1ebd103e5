import { describe, expect, it } from 'vitest';

import { ROLES } from '../../src/domain/shop/shop';
import { can, type Capability } from './capabilities';

/** Made by hand: who may do what. */
const TABLE: Record<Capability, readonly (typeof ROLES)[number][]> = {
  'shop.read': ['owner', 'operator', 'finance'],
  'shop.edit': ['owner'],
  'applicant.write': ['owner', 'operator'],
  'session.read': ['owner', 'operator', 'host', 'floor_manager', 'finance'],
  'session.plan': ['owner', 'operator'],
  'session.run': ['owner', 'operator', 'host', 'floor_manager'],
  'sales.read': ['owner', 'operator', 'finance'],
  'sales.write': ['owner', 'operator', 'finance'],
  'incentive.read': ['owner', 'operator', 'finance'],
};

describe('what each role may do', () => {
  it.each(Object.entries(TABLE))('%s', (capability, roles) => {
    expect(ROLES.filter((role) => can(role, capability as Capability))).toEqual(roles);
  });
});
