export * from './aged-sales';
export * from './return-curve';
export * from './settlement';
