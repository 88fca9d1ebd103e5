/** The part of app.json that this runtime reads. */
export interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar?: {
    readonly color?: string;
    readonly selectedColor?: string;
    readonly backgroundColor?: string;
    readonly borderStyle?: string;
    readonly list: readonly TabJson[];
  };
  readonly window?: WindowJson;
  readonly darkmode?: boolean;
  readonly themeLocation?: string;
  readonly __usePrivacyCheck__?: boolean;
}

/** One tab of app.json. */
export interface TabJson {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

/** The themes of theme.json: the values of variables by name. */
export interface Themes {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

/** Settings that app.json's `window` and a page's JSON share. */
export interface WindowJson {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly backgroundColor?: string;
  readonly enablePullDownRefresh?: boolean;
  readonly onReachBottomDistance?: number;
}

/** The JSON beside a page or a component. */
export interface ComponentJson extends WindowJson {
  readonly component?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly styleIsolation?: string;
}

/**
 * A mini program ready to be launched: plain data, so that it can be compiled in Node and run in
 * jsdom or sent to a browser. Paths have no leading slash and no suffix.
 */
export interface CompiledBuild {
  readonly app: AppJson;
  /** JSON of every page and component, by path. */
  readonly configs: Readonly<Record<string, ComponentJson>>;
  /** JavaScript source by path with suffix (`app.js`). */
  readonly scripts: Readonly<Record<string, string>>;
  /** Source of an expression whose value is the templates by path, from WeChat's compiler. */
  readonly templates: string;
  /** CSS by path of the page or component; `app` holds for every page. */
  readonly styles: Readonly<Record<string, string>>;
  /** Pictures by path with suffix, as data URLs. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Variables of theme.json; null in a program without. */
  readonly themes: Themes | null;
}

/** The paths of all pages of an app.json, those of the main package first. */
export function pagesOf(app: AppJson): string[] {
  return [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
    ),
  ];
}

/** Root of the subpackage a file lies in; null for the main package. */
export function subPackageOf(app: AppJson, file: string): string | null {
  return (
    (app.subPackages ?? [])
      .map(({ root }) => root.replace(/\/$/, ''))
      .find((root) => file.startsWith(`${root}/`)) ?? null
  );
}
