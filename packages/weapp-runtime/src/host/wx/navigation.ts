import type { Host } from '../host';
import { isSinglePage } from '../single-page';
import { drawTabs, tabText } from '../tab-bar';
import { textOf, wxCall, WxFailure } from './call';

/** Pages, tabs, title, pull-down and scrolling. */
export function navigation(host: Host): Record<string, unknown> {
  const { stack } = host;
  const call = (name: string, run: (options: Readonly<Record<string, unknown>>) => unknown) =>
    wxCall(name, run, host.guard);
  /** In the single page of Moments there is no navigation. */
  const move = (name: string, go: (options: Readonly<Record<string, unknown>>) => void) =>
    call(name, (options) => {
      if (isSinglePage(host.entry)) throw new WxFailure('not allowed in single page mode');
      go(options);
    });
  const setTitle = (title: string): void => {
    stack.top.title = title;
    host.options.onNavigate?.({ path: stack.top.path, title, below: stack.pages.length - 1 });
  };
  return {
    navigateTo: move('navigateTo', ({ url }) => stack.navigateTo(textOf(url))),
    redirectTo: move('redirectTo', ({ url }) => stack.redirectTo(textOf(url))),
    navigateBack: move('navigateBack', ({ delta }) => stack.navigateBack(Number(delta ?? 1))),
    switchTab: move('switchTab', ({ url }) => stack.switchTab(textOf(url))),
    reLaunch: move('reLaunch', ({ url }) => stack.reLaunch(textOf(url))),
    setNavigationBarTitle: call('setNavigationBarTitle', ({ title }) => setTitle(textOf(title))),
    setNavigationBarColor: call('setNavigationBarColor', () => undefined),
    setTabBarItem: call('setTabBarItem', ({ index, text, iconPath, selectedIconPath }) => {
      if (!stack.isTab(stack.top.route)) throw new WxFailure('not TabBar page');
      const button = tabText(host.screen, Number(index));
      if (!button) throw new WxFailure('tabbar item not found');
      // An icon that is set once no longer follows the theme of theme.json.
      if (iconPath !== undefined || selectedIconPath !== undefined) {
        throw new WxFailure('weapp-runtime changes the text of a tab only');
      }
      if (typeof text === 'string') button.textContent = text;
      drawTabs(host);
    }),
    stopPullDownRefresh: call('stopPullDownRefresh', () => undefined),
    startPullDownRefresh: call('startPullDownRefresh', () => {
      stack.top.call('onPullDownRefresh');
    }),
    pageScrollTo: call('pageScrollTo', ({ scrollTop, selector }) => {
      const { view } = stack.top;
      const target = typeof selector === 'string' ? view.querySelector(selector) : null;
      if (target) return target.scrollIntoView?.();
      if (typeof selector === 'string') throw new WxFailure('no such element');
      view.scrollTop = Number(scrollTop ?? 0);
      return undefined;
    }),
  };
}
