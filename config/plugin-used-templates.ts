import type { IPluginContext } from '@tarojs/service';
import { componentConfig } from '@tarojs/webpack5-runner/dist/utils/component';

/**
 * Taro puts the templates of some components into base.wxml whether a page uses them or not; a
 * scroll-view's are 9 KiB. Left out here, it comes back by itself with its first use.
 */
export default (ctx: IPluginContext): void => {
  ctx.onBuildStart(() => {
    componentConfig.includes.delete('scroll-view');
  });
};
