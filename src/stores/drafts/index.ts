export * from './applicant-draft';
export * from './backfill-draft';
export type { Draft, DraftPorts } from './draft';
export * from './figure-fields';
export * from './plan-draft';
export * from './register-draft';
export * from './sales-draft';
export * from './shop-draft';
export * from './time-fields';
