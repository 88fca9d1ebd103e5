import { describe, expect, it } from 'vitest';

import { ROLES } from './shop';
import { can, type Capability } from './capabilities';

/** Written by hand: the roles that include each capability. */
const TABLE: Record<Capability, readonly (typeof ROLES)[number][]> = {
  'shop.read': ['owner', 'operator', 'finance'],
  'shop.edit': ['owner'],
  'applicant.write': ['owner', 'operator'],
  'session.read': ['owner', 'operator', 'host', 'floor_manager', 'finance'],
  'session.plan': ['owner', 'operator'],
  'session.run': ['owner', 'operator', 'host', 'floor_manager'],
  'duty.confirm': ['owner', 'operator', 'floor_manager'],
  'duty.export': ['owner', 'operator', 'finance'],
  'sales.read': ['owner', 'operator', 'finance'],
  'sales.write': ['owner', 'operator', 'finance'],
  'incentive.read': ['owner', 'operator', 'finance'],
};

describe('can', () => {
  it.each(Object.entries(TABLE))('includes %s in the roles %j', (capability, roles) => {
    expect(ROLES.filter((role) => can(role, capability as Capability))).toEqual(roles);
  });
});
