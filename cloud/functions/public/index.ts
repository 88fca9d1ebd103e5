import type { PublicReadName } from '../../../src/contract/endpoints';
import { type EndpointTable, tableOf } from '../../endpoint/endpoint';
import * as publicEndpoints from '../../endpoints/public';
import { instantNow } from '../../runtime/clock';
import { RateLimiter } from '../../runtime/rate-limits';
import { route } from '../../runtime/router';

const endpoints: EndpointTable<PublicReadName> = tableOf(publicEndpoints);
/** In the memory of this instance, for as long as it lives. */
const limiter = new RateLimiter(process.env);

/** Answers anyone; it only reads, and does not look at an identity. */
export function main(event: unknown): Promise<unknown> {
  return route(endpoints, event, { person: null, now: instantNow() }, limiter);
}
