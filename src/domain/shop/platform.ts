/** Platforms of live rooms. The platforms that count for followers are a value in the rule data. */
export const PLATFORMS = [
  'douyin',
  'taobao',
  'kuaishou',
  'channels',
  'xiaohongshu',
  'jd',
  'pinduoduo',
  'other',
] as const;
/** One of {@link PLATFORMS}. */
export type Platform = (typeof PLATFORMS)[number];
