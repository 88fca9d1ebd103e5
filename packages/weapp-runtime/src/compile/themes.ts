import type { AppJson, ComponentJson, Themes } from './build';

/** Settings of app.json's `window` and of a page that may name a variable of theme.json. */
const WINDOW_KEYS = [
  'navigationBarBackgroundColor',
  'navigationBarTextStyle',
  'backgroundColor',
  'backgroundTextStyle',
  'backgroundColorTop',
  'backgroundColorBottom',
] as const;
const TAB_BAR_KEYS = ['color', 'selectedColor', 'backgroundColor', 'borderStyle'] as const;
const TAB_KEYS = ['iconPath', 'selectedIconPath'] as const;

type Settings = Readonly<Record<string, unknown>>;

/** What `keys` of one object say, each with its place for an error. */
function valuesAt(place: string, settings: object | undefined, keys: readonly string[]) {
  return keys.flatMap((key) => {
    const value = (settings as Settings | undefined)?.[key];
    return typeof value === 'string' ? [{ place: `${place}.${key}`, value }] : [];
  });
}

function readVariables({ darkmode, themeLocation }: AppJson, read: (file: string) => unknown) {
  if (darkmode !== true || themeLocation === undefined) return null;
  const themes = read(themeLocation) as Partial<Themes> | null;
  if (themes === null) throw new Error(`app.json names ${themeLocation}, which does not exist`);
  const { light, dark } = themes;
  if (!light || !dark) throw new Error(`${themeLocation} needs both light and dark`);
  return { light, dark };
}

/**
 * Reads theme.json and checks every setting that may use it: WeChat reads variables only with
 * `darkmode` and `themeLocation`, and knows those of that file only. Icons of tabs must be in the
 * package, in either theme.
 * @param read content of a JSON file; null when there is none
 * @param hasFile whether the package has a file
 * @throws Error that names the setting
 */
export function readThemes(
  app: AppJson,
  configs: Readonly<Record<string, ComponentJson>>,
  read: (file: string) => unknown,
  hasFile: (file: string) => boolean,
): Themes | null {
  const themes = readVariables(app, read);
  const valuesOf = (place: string, value: string): string[] => {
    if (!value.startsWith('@')) return [value];
    if (!themes) throw new Error(`${place} is ${value}, without darkmode and themeLocation`);
    return [themes.light, themes.dark].map((variables) => {
      const found = variables[value.slice(1)];
      if (found === undefined) throw new Error(`${place} is ${value}: theme.json lacks it`);
      return found;
    });
  };
  const icons = (app.tabBar?.list ?? []).flatMap((tab, index) =>
    valuesAt(`tabBar.list[${index}]`, tab, TAB_KEYS),
  );
  const others = [
    ...valuesAt('window', app.window, WINDOW_KEYS),
    ...valuesAt('tabBar', app.tabBar, TAB_BAR_KEYS),
    ...Object.entries(configs).flatMap(([file, config]) => valuesAt(file, config, WINDOW_KEYS)),
  ];
  others.forEach(({ place, value }) => valuesOf(place, value));
  for (const { place, value } of icons) {
    const missing = valuesOf(place, value).find((file) => !hasFile(file.replace(/^\//, '')));
    if (missing !== undefined) throw new Error(`${place}: the package has no ${missing}`);
  }
  return themes;
}
