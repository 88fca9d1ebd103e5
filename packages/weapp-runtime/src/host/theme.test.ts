import { describe, expect, it } from 'vitest';

import { log, program, runInPage, settle } from './small-program.fixture';

describe('the theme', () => {
  const tabBar = {
    selectedColor: '@word',
    backgroundColor: '#eeeeee',
    list: [{ pagePath: 'a', text: 'A', selectedIconPath: '@icon' }],
  };
  const files = (darkmode: boolean) => ({
    'app.json': JSON.stringify(
      darkmode
        ? { pages: ['a', 'b'], darkmode, themeLocation: 'theme.json', tabBar }
        : { pages: ['a', 'b'] },
    ),
    'theme.json': JSON.stringify({
      light: { word: 'rgb(1, 1, 1)', icon: 'l.png' },
      dark: { word: 'rgb(2, 2, 2)', icon: 'd.png' },
    }),
    'l.png': 'light',
    'd.png': 'dark',
  });

  it('is that of WeChat only in a program with darkmode', async () => {
    const code = 'show(String(wx.getAppBaseInfo().theme));';
    const dark = await runInPage(code, { theme: 'dark' }, files(true));
    const unaware = await runInPage(code, { theme: 'dark' }, files(false));
    expect(log(dark)).toBe('dark');
    expect(log(unaware)).toBe('undefined');
    expect(unaware.screen.classList.contains('wx-dark')).toBe(false);
  });

  it('changes words and icons of the tab bar while the program runs', async () => {
    const started = program(files(true));
    await settle();
    const button = started.screen.querySelector<HTMLElement>('.wx-tabs button');
    const icon = () => button?.querySelector('img')?.getAttribute('src');
    const light = icon();
    expect(button?.style.color).toBe('rgb(1, 1, 1)');
    started.setTheme('dark');
    expect(button?.style.color).toBe('rgb(2, 2, 2)');
    expect(icon()).not.toBe(light);
  });

  it('keeps its icons: a program changes the text of a tab only', async () => {
    const code =
      "wx.setTabBarItem({ index: 0, iconPath: 'x.png', fail: ({ errMsg }) => show(errMsg) });";
    const started = await runInPage(code, {}, files(true));
    expect(log(started)).toContain('changes the text of a tab only');
  });
});

describe('the size of type', () => {
  it('is a multiple of the standard one, in both figures that WeChat gives', async () => {
    const code =
      'const { fontSizeScaleFactor: factor, fontSizeSetting } = wx.getAppBaseInfo(); show([factor, fontSizeSetting].join());';
    expect(log(await runInPage(code))).toBe('1,16');
    expect(log(await runInPage(code, { fontScale: 1.5 }))).toBe('1.5,24');
  });
});
