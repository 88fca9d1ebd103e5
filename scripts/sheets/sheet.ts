/** A way to look at a screen: language, theme, width and size of type. */
export interface Look {
  readonly lang: 'zh-CN' | 'en-US';
  readonly width: number;
  readonly type: number;
}

/** Themes of each look; both are taken of one opened page. */
export const THEMES = ['light', 'dark'] as const;

/** Every look but for the theme. */
export const LOOKS: readonly Look[] = (['zh-CN', 'en-US'] as const).flatMap((lang) =>
  [375, 320].flatMap((width) => [1, 1.4].map((type) => ({ lang, width, type }))),
);

/** A picture on a sheet, with its words above it. */
export interface Shot {
  readonly words: string;
  readonly width: number;
  /** The PNG in base64. */
  readonly picture: string;
}

/** The page of a sheet: all shots of a screen in one row for each language. */
export function sheetOf(rows: readonly (readonly Shot[])[]): string {
  const cells = rows.map((shots) => shots.map(cellOf).join('')).map((row) => `<p>${row}</p>`);
  return `<style>
body { display: inline-block; margin: 8px; background: #b0b0b0; font: 14px sans-serif; }
p { display: flex; margin: 0 0 16px; align-items: flex-start; }
span { margin-right: 12px; }
img { display: block; margin-top: 4px; }
</style>${cells.join('')}`;
}

function cellOf({ words, width, picture }: Shot): string {
  return `<span>${words}<img width="${width}" src="data:image/png;base64,${picture}"></span>`;
}
