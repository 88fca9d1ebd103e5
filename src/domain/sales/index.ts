export * from './apply-entry';
export * from './entry';
export * from './recount';
export * from './return-age';
export * from './revisions';
export * from './scope';
export * from './year-sums';
export * from './year-totals';
