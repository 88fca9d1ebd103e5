export * from './return-curve';
export * from './settlement';
