import { MARKS_PER_PAGE, type ShownMark } from '../../src/contract/console';
import type { OutputOf } from '../../src/contract/endpoints';
import type { KeptMark } from '../../src/domain/console/marks';
import type { LiveSessionDoc } from '../database/documents';
import type { Viewer } from './live-sessions';

/** A mark. A paid amount is seen by those who see the store's money, and by the person who noted it. */
function presentMark(mark: KeptMark, { person, sight }: Viewer): ShownMark {
  const { id, kind, value, of: target, at } = mark;
  const by = mark.by === person ? 'you' : 'team';
  const isSeen = kind !== 'paid' || sight.isWhole || by === 'you';
  return { id, kind, value: isSeen ? value : null, of: target, at, by };
}

/** The marks of a session that came in after the first `after` ones. */
export function presentMarks(
  log: readonly KeptMark[],
  after: number,
  { version }: Pick<LiveSessionDoc, 'version'>,
  viewer: Viewer,
): OutputOf<'console.read'> {
  const marks = log.slice(after, after + MARKS_PER_PAGE).map((mark) => presentMark(mark, viewer));
  const until = after + marks.length;
  return { marks, after: until, hasMore: until < log.length, version };
}
