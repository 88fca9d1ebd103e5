/** Pages with a tab bar have nothing to go back to. */
const TABS = ['home', 'sessions', 'progress', 'me'].map((tab) => `/pages/${tab}/index`);

/** What the bar's button does on a page. */
export type BarButton = 'none' | 'back' | 'home';

/**
 * What WeChat's bar offers on a page: nothing on a tab, home on a page that was opened cold from a
 * card, back on any other.
 * @param shown path of the page with its query
 * @param opened path the app was opened with
 */
export function barButtonOf(shown: string, opened: string): BarButton {
  const page = shown.split('?')[0] ?? '';
  if (TABS.includes(page)) return 'none';
  return shown === opened ? 'home' : 'back';
}
