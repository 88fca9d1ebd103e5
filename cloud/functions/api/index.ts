import { platformContext } from '../../database/database';
import { apiHandlers } from '../../handlers';
import { route } from '../../runtime/router';

/** The router for people WeChat has identified. */
export const main = (event: unknown): Promise<unknown> => {
  const { openid } = platformContext();
  return route('api', apiHandlers, event, { person: openid, now: new Date().toISOString() });
};
