import type { Role } from '../../src/domain/shop/shop';

/** What can be done in a store. */
export type Capability =
  | 'shop.read'
  | 'shop.edit'
  | 'applicant.write'
  | 'session.read'
  | 'session.plan'
  | 'session.run'
  | 'sales.read'
  | 'sales.write'
  | 'incentive.read';

const EVERYTHING: readonly Capability[] = [
  'shop.read',
  'shop.edit',
  'applicant.write',
  'session.read',
  'session.plan',
  'session.run',
  'sales.read',
  'sales.write',
  'incentive.read',
];

/** Each role does its part and sees no more than that needs. */
const MAY: Record<Role, readonly Capability[]> = {
  owner: EVERYTHING,
  operator: EVERYTHING.filter((capability) => capability !== 'shop.edit'),
  host: ['session.read', 'session.run'],
  floor_manager: ['session.read', 'session.run'],
  finance: ['shop.read', 'session.read', 'sales.read', 'sales.write', 'incentive.read'],
};

/** Whether a role includes a capability. */
export const can = (role: Role, capability: Capability): boolean => MAY[role].includes(capability);
