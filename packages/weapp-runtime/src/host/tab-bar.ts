import type { Host } from './host';
import { isSinglePage } from './single-page';
import type { Screen } from './screen';
import { themed, themeOf } from './theme';

/** Draws the tab bar of app.json, if the shown page is a tab, and what is WeChat's in its theme. */
export function drawTabs(host: Host): void {
  const { screen, stack, build } = host;
  const { tabBar } = build.app;
  const isSingle = isSinglePage(host.entry);
  const isTab = stack.pages.length > 0 && stack.isTab(stack.top.route) && !isSingle;
  screen.root.classList.toggle('wx-dark', themeOf(host) === 'dark');
  screen.tabs.hidden = !isTab;
  screen.root.classList.toggle('wx-with-tabs', isTab || isSingle);
  if (!tabBar) return;
  screen.tabs.style.background = themed(host, tabBar.backgroundColor);
  tabBar.list.forEach(({ pagePath, iconPath, selectedIconPath }, index) => {
    const button = tabButton(host, index);
    const isSelected = isTab && stack.top.route === pagePath;
    button.setAttribute('aria-selected', String(isSelected));
    button.style.color = themed(host, isSelected ? tabBar.selectedColor : tabBar.color);
    const icon = themed(host, isSelected ? selectedIconPath : iconPath);
    button.querySelector('img')?.setAttribute('src', build.pictures[icon] ?? '');
  });
}

/** The element with the text of a tab; null when there is no such tab. */
export function tabText(screen: Screen, index: number): HTMLElement | null {
  return screen.tabs.children[index]?.querySelector('span') ?? null;
}

function tabButton(host: Host, index: number): HTMLElement {
  const { tabs } = host.screen;
  const existing = tabs.children[index];
  if (existing) return existing as HTMLElement;
  const tab = host.build.app.tabBar?.list[index];
  const button = tabs.ownerDocument.createElement('button');
  button.type = 'button';
  button.setAttribute('role', 'tab');
  const icon = tabs.ownerDocument.createElement('img');
  icon.alt = '';
  const label = tabs.ownerDocument.createElement('span');
  label.textContent = tab?.text ?? '';
  button.append(icon, label);
  button.addEventListener('click', () => {
    if (host.stack.top.route === tab?.pagePath) return;
    host.guard(() => host.stack.switchTab(`/${tab?.pagePath ?? ''}`));
  });
  tabs.append(button);
  return button;
}
