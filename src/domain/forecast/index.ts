export * from './forecast';
export * from './pace';
export * from './what-if';
export { keptNet, saleDaysPerWeek, sumFen } from './path';
export type { SalesPath } from './path';
export { trailingYear } from './trailing';
export type { TrailingYear } from './trailing';
export { PROMOTIONS, PROMOTION_IDS } from './promotions';
export type { Promotion, PromotionFactor, PromotionId } from './promotions';
