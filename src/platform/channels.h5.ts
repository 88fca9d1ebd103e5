import type { ChannelsPort } from './types';

/** A browser has no WeChat Channels. */
export function createChannels(): ChannelsPort {
  return { jump: 'off', open: () => Promise.resolve(false) };
}
