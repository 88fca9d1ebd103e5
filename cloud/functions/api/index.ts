import { platformContext } from '../../database/database';
import { apiHandlers } from '../../handlers';
import { instantNow } from '../../runtime/clock';
import { route } from '../../runtime/router';

/** The router for people WeChat has identified. */
export function main(event: unknown): Promise<unknown> {
  const { openid } = platformContext();
  return route('api', apiHandlers, event, { person: openid, now: instantNow() });
}
