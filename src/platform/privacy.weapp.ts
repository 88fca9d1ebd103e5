import Taro from '@tarojs/taro';

/** Opens the privacy guide that WeChat keeps; false on phones that cannot. */
export function openPrivacyGuide(): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    Taro.openPrivacyContract({ success: () => resolve(true), fail: () => resolve(false) });
  }).catch(() => false);
}
