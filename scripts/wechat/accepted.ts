import type { Acceptance } from './judge';

/** These three checks read settings of project.config.json, not the files. */
const BUILT_SMALL = 'the build has done it, and no test here runs the result of a second pass: ';

/** Accepted findings of WeChat's checks. An entry that matches no finding fails the check. */
export const ACCEPTED: readonly Acceptance[] = [
  { name: 'JS_COMPRESS_OPEN', reason: `${BUILT_SMALL}terser` },
  { name: 'WXML_COMPRESS_OPEN', reason: `${BUILT_SMALL}config/plugin-templates.ts` },
  { name: 'WXSS_COMPRESS_OPEN', reason: `${BUILT_SMALL}Taro's minimizer of style sheets` },
];
