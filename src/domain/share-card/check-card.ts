import type { Lang } from '../lang';
import { coverColorOf, pictureCommands } from './plain-picture';
import { CARD_HEIGHT, CARD_WIDTH, type ShareCard } from './types';

/** What the card of the check is about: a scheme, or null for the check against all of them. */
export interface CheckCardScheme {
  readonly ruleSetId: string;
  readonly shortName: Readonly<Record<Lang, string>>;
}

const WORDS: Readonly<
  Record<Lang, { question: string; strip: string; note: string; foot: string; all: string }>
> = {
  'zh-CN': {
    question: '我能对上哪一档？',
    strip: '查看结果',
    note: '非官方',
    foot: '几个问题，不登录，不保存',
    all: '公布过的直播电商办法',
  },
  'en-US': {
    question: 'Which tier fits me?',
    strip: 'Check',
    note: 'unofficial',
    foot: 'A few questions, no login, nothing kept',
    all: 'Published live-commerce schemes',
  },
};

/**
 * The card of the check without login. It is made of the scheme alone, so that no figure that a
 * person typed can be in its path, its title or its picture.
 */
export function checkCard(
  scheme: CheckCardScheme | null,
  { path, lang }: { readonly path: string; readonly lang: Lang },
): ShareCard {
  const words = WORDS[lang];
  const name = scheme?.shortName[lang] ?? words.all;
  const commands = pictureCommands({
    strip: { word: words.strip, color: '#2A5A7D' },
    note: words.note,
    coverColor: coverColorOf(scheme?.ruleSetId ?? ''),
    small: name,
    headline: words.question,
    overBig: '',
    big: '',
    foot: words.foot,
  });
  return {
    title: `${words.question} · ${name}`,
    path,
    picture: { width: CARD_WIDTH, height: CARD_HEIGHT, commands },
  };
}
