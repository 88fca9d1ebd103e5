export * from './forecast';
export * from './pace';
export * from './what-if';
export { keptNet, sumFen } from './path';
export type { SalesPath } from './path';
export { trailingYear } from './trailing';
export { PROMOTION_IDS } from './promotions';
export type { PromotionId } from './promotions';
