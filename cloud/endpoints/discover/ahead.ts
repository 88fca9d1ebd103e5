import { discoverAhead } from '../../../src/contract/discover';
import { publicRead } from '../../endpoint/read';
import { aheadPage } from './ahead-page';

/** A further page of stores with sessions ahead. At most two calls. */
export const endpoint = publicRead(discoverAhead, ({ input, now }) =>
  aheadPage(input.cursor, now, 2),
);
