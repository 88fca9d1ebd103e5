export * from './amount';
export * from './format';
export * from './parse-amount';
