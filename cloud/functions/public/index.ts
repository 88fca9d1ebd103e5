import { publicHandlers } from '../../handlers';
import { instantNow } from '../../runtime/clock';
import { route } from '../../runtime/router';

/** Read-only pages for everybody; works without identity, and does not look at one. */
export function main(event: unknown): Promise<unknown> {
  return route('public', publicHandlers, event, { person: null, now: instantNow() });
}
