export { allOf, coverageOf, evaluate } from './evaluate';
export * from './facts';
export { precheck } from './precheck';
export type { PrecheckAnswers } from './precheck';
export * from './progress';
export { road } from './road';
export type { Road } from './road';
export * from './rule-set';
export { ruleSetProblems } from './rule-set-problems';
