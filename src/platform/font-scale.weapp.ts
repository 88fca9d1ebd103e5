import Taro from '@tarojs/taro';

/** How much larger than standard the person has set type in WeChat, which names it from 2.30 on. */
export function fontScale(): number | undefined {
  const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return fontSizeScaleFactor;
}
