import type { CountName, PublicReadName } from '../../../src/contract/endpoints';
import { platformContext } from '../../database/database';
import { type EndpointTable, tableOf } from '../../endpoint/endpoint';
import * as publicEndpoints from '../../endpoints/public';
import { instantNow } from '../../runtime/clock';
import { RateLimiter } from '../../runtime/rate-limits';
import { route } from '../../runtime/router';

const endpoints: EndpointTable<PublicReadName | CountName> = tableOf(publicEndpoints);
/** In the memory of this instance, for as long as it lives. */
const limiter = new RateLimiter(process.env);

/** Answers anyone: it reads and counts, and needs no identity. */
export function main(event: unknown): Promise<unknown> {
  const { openid } = platformContext();
  return route(endpoints, event, { person: openid, now: instantNow() }, limiter);
}
