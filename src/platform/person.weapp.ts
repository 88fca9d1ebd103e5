import Taro from '@tarojs/taro';

/** Moments opens a single page in which WeChat identifies no person. */
const SINGLE_PAGE_SCENE = 1154;

/**
 * Name under which copies and drafts lie on this device. WeChat keeps the storage of its users
 * apart, so there is only one person here; null for a person not identified.
 */
export function personOnDevice(): string | null {
  return Taro.getLaunchOptionsSync().scene === SINGLE_PAGE_SCENE ? null : 'me';
}
