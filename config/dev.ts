import type { UserConfigExport } from '@tarojs/cli';

/** Differences while developing (`taro build --watch`). */
export default {
  logger: { quiet: false, stats: false },
} satisfies UserConfigExport<'webpack5'>;
