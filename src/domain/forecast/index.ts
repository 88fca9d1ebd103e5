export * from './forecast';
export * from './types';
export type { HistoryKind } from './history-kind';
export * from './pace';
export * from './what-if';
export { keptNet, sumFen } from './path';
export type { SalesPath } from './path';
export { trailingYear } from './trailing';
export type { PromotionId } from './promotions';
