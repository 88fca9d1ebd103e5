import type { Role } from './shop';

/** What a role in a store can include. */
export type Capability =
  | 'shop.read'
  | 'shop.edit'
  | 'applicant.write'
  | 'session.read'
  | 'session.plan'
  | 'session.run'
  | 'duty.confirm'
  | 'duty.export'
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
  'duty.confirm',
  'duty.export',
  'sales.read',
  'sales.write',
  'incentive.read',
];

/** What each role includes: its part of the work, and no more than the work needs. */
const INCLUDED: Record<Role, readonly Capability[]> = {
  owner: EVERYTHING,
  operator: EVERYTHING.filter((capability) => capability !== 'shop.edit'),
  // A host does not check their own identity.
  host: ['session.read', 'session.run'],
  floor_manager: ['session.read', 'session.run', 'duty.confirm'],
  finance: [
    'shop.read',
    'session.read',
    'duty.export',
    'sales.read',
    'sales.write',
    'incentive.read',
  ],
};

/** Whether a role includes a capability. */
export function can(role: Role, capability: Capability): boolean {
  return INCLUDED[role].includes(capability);
}
