import { audienceRead } from '../../../src/contract/audience';
import { Failure } from '../../../src/contract/failure';
import { read } from '../../endpoint/read';
import { countsOf } from '../../repositories/audience';

/** What was counted of a public page of the store. Two calls. */
export const endpoint = read(
  audienceRead,
  { needs: 'session.read', session: ({ sessionId }) => sessionId },
  async ({ input: { shopId, sessionId }, session }) => {
    if (sessionId !== null && session === null) throw new Failure('not_found');
    return { counts: await countsOf({ shopId, sessionId }) };
  },
);
