/** The well-known promotions, in the order of the calendar. */
export const PROMOTION_IDS = [
  'new_year_goods',
  'spring_festival',
  'march_8',
  'june_18',
  'november_11',
  'december_12',
] as const;
/** One of {@link PROMOTION_IDS}: 年货节, 春节, 38, 618, 双11, 双12. */
export type PromotionId = (typeof PROMOTION_IDS)[number];
