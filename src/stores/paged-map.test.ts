import { beforeEach, describe, expect, it } from 'vitest';

import type { Page } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';

type Answer = Result<Page<string>>;

function page(items: string, cursor: string | null): Answer {
  return { ok: true, data: { items: [...items], cursor }, warnings: [] } as unknown as Answer;
}
const failed = { ok: false, error: { code: 'no_answer' } } as unknown as Answer;

describe('a list read by several at once', () => {
  let lists: PagedMap<string>;
  /** Answers in the order in which they were asked for. */
  let answers: ((answer: Answer) => void)[];

  const read = (): Promise<Answer> => new Promise((resolve) => answers.push(resolve));
  const accept = (answer: Page<string>): Page<string> => answer;
  const loadFirst = (keepsTail: boolean) => lists.loadFirst('k', read, accept, keepsTail);
  const loadMore = () => lists.loadMore('k', read, accept);
  const shown = (): string => lists.get('k').items.join('');
  const answered = async (index: number, answer: Answer): Promise<void> => {
    answers[index]?.(answer);
    await Promise.resolve();
    await Promise.resolve();
  };

  beforeEach(async () => {
    lists = new PagedMap<string>(
      () => 'now',
      (item) => item,
    );
    answers = [];
    const loading = loadFirst(false);
    await answered(0, page('abc', '1'));
    await loading;
  });

  it('takes in the first page that was asked for before the person reached the bottom', async () => {
    const back = loadFirst(true);
    const more = loadMore();
    await answered(1, page('xab', '1'));
    expect(lists.get('k').status).toBe('loading');
    await answered(2, page('def', '2'));
    await Promise.all([back, more]);
    expect([shown(), lists.get('k').status]).toEqual(['xabcdef', 'ready']);
  });

  it('keeps its pages when one comes back after a page failed', async () => {
    const second = loadMore();
    await answered(1, page('def', '2'));
    await second;
    const third = loadMore();
    await answered(2, failed);
    await third;
    expect(lists.get('k').status).toBe('error');
    const back = loadFirst(true);
    await answered(3, page('abc', '1'));
    await back;
    expect([shown(), lists.get('k').status, lists.get('k').cursor]).toEqual([
      'abcdef',
      'ready',
      '2',
    ]);
  });

  it('drops a next page that would follow one which is no longer there', async () => {
    const more = loadMore();
    const back = loadFirst(true);
    await answered(2, page('xyz', '9'));
    await answered(1, page('def', '2'));
    await Promise.all([back, more]);
    expect([shown(), lists.get('k').cursor, lists.get('k').status]).toEqual(['xyz', '9', 'ready']);
  });

  it('drops a next page when the list is read from its start', async () => {
    const more = loadMore();
    const first = loadFirst(false);
    await answered(1, page('def', '2'));
    await answered(2, page('abc', '1'));
    await Promise.all([first, more]);
    expect([shown(), lists.get('k').cursor]).toEqual(['abc', '1']);
  });
});
