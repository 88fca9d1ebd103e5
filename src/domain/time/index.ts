export * from './business-days';
export * from './china-time';
export * from './day-label';
export * from './moment';
