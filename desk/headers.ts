/** Nothing from another host, no inline script, and no page of another origin may frame us. */
const COMMON = [
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
];

/** Content policy of the desk's own page. */
export const DESK_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  ...COMMON,
].join('; ');

/** Taro's tabs are links to `javascript:;`, which does nothing: this is the hash of that alone. */
const TABS = "'unsafe-hashes' 'sha256-lfXlPY3+MCPOPb4mrw1Y961+745U3WlDQVcOXdchSQc='";

/** Content policy of the app in the frame: Taro's web components bring their styles and icons. */
export const APP_POLICY = [
  "default-src 'self'",
  `script-src 'self' ${TABS}`,
  "font-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  ...COMMON,
].join('; ');

/** Content policy of the mini program in the frame: its host makes functions of the build's scripts. */
export const PROGRAM_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  ...COMMON,
].join('; ');

/** Headers of every answer of the desk, beside its content policy. */
export const SAFE_HEADERS = {
  'cache-control': 'no-cache',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
} as const;
