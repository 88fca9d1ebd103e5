import type { LiveSessionDoc } from '../../database/documents';
import type { Answer } from '../../repositories/changes';
import { settleAfter, subjectsOf } from '../../repositories/settled-words';

/** What waits again, or no more, once a step was taken back: the queue of verifiers follows. */
export async function settleUndone<
  Data extends { session: { id: string; waiting: readonly unknown[] } | null },
>({ session }: { session?: LiveSessionDoc | null }, answer: Answer<Data>): Promise<Answer<Data>> {
  const { session: after } = answer.data;
  const waits = after !== null && after.waiting.length > 0 ? [after.id] : [];
  await settleAfter([...new Set([...subjectsOf({ session: session ?? null }), ...waits])]);
  return answer;
}
