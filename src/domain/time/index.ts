export * from './china-time';
export * from './day-label';
