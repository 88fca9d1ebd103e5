import cloud from 'wx-server-sdk';

import { log } from '../runtime/log';

/** How long the service is waited for: a write goes on without it. */
const PATIENCE_MS = 3000;

/** Where the words stand: on a page that states who someone is. */
const SCENE_PROFILE = 1;

/** Characters that the service takes in one call. */
export const MAX_CHECKED_LENGTH = 2500;

/** The answer of the service about words. */
export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  /** What it found in them; null where it does not tell. */
  keywords: string[] | null;
}

interface Answer {
  result?: { suggest?: string };
  detail?: readonly { suggest?: string; keyword?: string }[];
}

function isSuggestion(text: unknown): text is Verdict['suggest'] {
  return text === 'pass' || text === 'review' || text === 'risky';
}

function verdictOf({ result, detail = [] }: Answer): Verdict | null {
  const suggest = result?.suggest;
  if (!isSuggestion(suggest)) return null;
  const found = detail.filter(
    (strategy) => isSuggestion(strategy.suggest) && strategy.suggest !== 'pass',
  );
  const keywords = found.flatMap(({ keyword }) => keyword ?? []);
  return { suggest, keywords: keywords.length === found.length ? keywords : null };
}

interface Sdk {
  openapi: { security: { msgSecCheck(options: object): Promise<Answer> } };
}

/**
 * Asks WeChat about words that others will see (`security.msgSecCheck`, version 2). It never throws:
 * a service that fails or is late, a used up quota, and a writer who opened the mini program more than
 * two hours ago are no verdict.
 * @param person who wrote them.
 * @param content at most {@link MAX_CHECKED_LENGTH} characters.
 */
export async function checkMessage(person: string, content: string): Promise<Verdict | null> {
  const { security } = (cloud as unknown as Sdk).openapi;
  const options = { openid: person, scene: SCENE_PROFILE, version: 2, content };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    return await Promise.race([security.msgSecCheck(options).then(verdictOf), late]);
  } catch (cause) {
    const { errCode } = Object(cause) as { errCode?: unknown };
    // Without the permission in config.json every text would wait, so the number is worth a line.
    log('error', 'words_not_checked', { errCode: typeof errCode === 'number' ? errCode : null });
    return null;
  } finally {
    clearTimeout(timer);
  }
}
