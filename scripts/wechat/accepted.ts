import type { Acceptance } from './judge';

/** These three look at settings of project.config.json, not at the files. */
const BUILT_SMALL =
  'the build has done it, and what an upload made anew no test here would have run: ';

/** What WeChat's checks find and may stay so. An entry that nothing needs any more fails the check. */
export const ACCEPTED: readonly Acceptance[] = [
  { name: 'JS_COMPRESS_OPEN', reason: `${BUILT_SMALL}terser` },
  { name: 'WXML_COMPRESS_OPEN', reason: `${BUILT_SMALL}config/plugin-compact-templates.ts` },
  { name: 'WXSS_COMPRESS_OPEN', reason: `${BUILT_SMALL}Taro's minimizer of style sheets` },
];
