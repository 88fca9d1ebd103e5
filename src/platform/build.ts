// Replaced by the build (`defineConstants`). Without the build, in tests, they are not there.
declare const APP_VERSION: string;
declare const CLOUD_ENV: string;

/** Version of the program. */
export const appVersion = typeof APP_VERSION === 'string' ? APP_VERSION : 'dev';

/** Cloud environment chosen at build time; empty: the one WeChat gives. */
export const cloudEnv = typeof CLOUD_ENV === 'string' ? CLOUD_ENV : '';
