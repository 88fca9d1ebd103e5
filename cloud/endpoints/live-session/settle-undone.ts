import type { LiveSessionDoc } from '../../database/documents';
import type { Answer } from '../../repositories/changes';
import { settleAfter, subjectsOf } from '../../repositories/settled-words';

/** What waits again, or no more, once a step was taken back: the queue of verifiers follows. */
export async function settleUndone<
  Data extends {
    session: { id: string; seriesId: string | null; waiting: readonly unknown[] } | null;
  },
>({ session }: { session?: LiveSessionDoc | null }, answer: Answer<Data>): Promise<Answer<Data>> {
  const { session: after } = answer.data;
  const before = subjectsOf({ session: session ?? null });
  const waits = after !== null && after.waiting.length > 0 ? [after.id, after.seriesId] : [];
  const subjects = [...before, ...waits].filter((id) => id !== null);
  await settleAfter([...new Set(subjects)]);
  return answer;
}
