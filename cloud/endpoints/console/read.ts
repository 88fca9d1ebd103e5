import { consoleRead } from '../../../src/contract/console';
import { Failure } from '../../../src/contract/failure';
import { read } from '../../endpoint/read';
import { presentMarks } from '../../presenters/console';
import { marksOf } from '../../repositories/console';

/** The marks of a session that came in since the caller read them last. Two calls. */
export const endpoint = read(
  consoleRead,
  { needs: 'session.read', session: ({ sessionId }) => sessionId },
  async ({ input, caller, session }) => {
    if (session === null) throw new Failure('not_found');
    return presentMarks(await marksOf(input.sessionId), input.after, session, caller);
  },
);
