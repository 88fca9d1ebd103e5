/** The languages of the interface, of cards and of rule sets. */
export const LANGS = ['zh-CN', 'en-US'] as const;

/** One of {@link LANGS}. */
export type Lang = (typeof LANGS)[number];

/** Whether a text names one of {@link LANGS}. */
export function isLang(text: string | null): text is Lang {
  return LANGS.some((lang) => lang === text);
}
