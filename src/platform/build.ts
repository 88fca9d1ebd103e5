// Replaced by the build (`defineConstants`). Without the build, in tests, they are not there.
declare const APP_VERSION: string;
declare const COPY_SHAPES: string;
declare const CLOUD_ENV: string;
declare const CHANNELS_JUMP: ChannelsJump;

/**
 * How far a tap may lead into WeChat Channels: to a live room, which WeChat allows only for channels of
 * the program's own or an associated subject; to any account's profile; or nowhere.
 */
export type ChannelsJump = 'off' | 'profile' | 'live';

/** Version of the program. */
export const appVersion = typeof APP_VERSION === 'string' ? APP_VERSION : 'dev';

/** Changes with the sources that give kept copies their shape, see `copyShapesOf` in config. */
export const copyShapes = typeof COPY_SHAPES === 'string' ? COPY_SHAPES : 'dev';

/** Cloud environment chosen at build time; empty: the one WeChat gives. */
export const cloudEnv = typeof CLOUD_ENV === 'string' ? CLOUD_ENV : '';

/** Chosen at build time. */
export const channelsJump: ChannelsJump = typeof CHANNELS_JUMP === 'string' ? CHANNELS_JUMP : 'off';
