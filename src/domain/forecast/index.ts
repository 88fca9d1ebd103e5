export * from './forecast';
export * from './pace';
export * from './what-if';
export { keptNet, saleDaysPerWeek, sumFen } from './path';
export type { SalesPath } from './path';
export { PROMOTIONS, PROMOTION_IDS } from './promotions';
export type { Promotion, PromotionFactor, PromotionId } from './promotions';
