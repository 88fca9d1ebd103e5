import type { ScriptLevel } from './scripts';

/** Names that a mini program's scripts get from WeChat. */
const WECHAT_NAMES =
  'wx App Page Component getApp getCurrentPages require requirePlugin module exports console ' +
  'setTimeout clearTimeout setInterval clearInterval';

/** Names that a function's bundle gets from Node 18 and that it uses. */
const NODE_NAMES =
  'require module exports process Buffer console performance setTimeout clearTimeout structuredClone ' +
  'TextEncoder URL';

/** The mini program: the engines of `browserslist` in package.json have all of ES2019. */
export const WEAPP_LEVEL: ScriptLevel = { year: 2019, host: WECHAT_NAMES.split(' ') };

/** The functions: Node 18, the oldest runtime that they may be created with, has all of ES2022. */
export const FUNCTION_LEVEL: ScriptLevel = { year: 2022, host: NODE_NAMES.split(' ') };

/** Engines that have ES2019: the first with `Object.fromEntries`, its last part. */
export const WEAPP_ENGINES = ['ios >= 12.2', 'chrome >= 73'];
