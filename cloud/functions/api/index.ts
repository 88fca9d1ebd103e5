import type { ReadName, WriteName } from '../../../src/contract/endpoints';
import { platformContext } from '../../database/database';
import { type EndpointTable, tableOf } from '../../endpoint/endpoint';
import * as api from '../../endpoints/api';
import { instantNow } from '../../runtime/clock';
import { RateLimiter } from '../../runtime/rate-limits';
import { route } from '../../runtime/router';

const endpoints: EndpointTable<ReadName | WriteName> = tableOf(api);
/** In the memory of this instance, for as long as it lives. */
const limiter = new RateLimiter(process.env);

/** Answers people whom WeChat has identified. */
export function main(event: unknown): Promise<unknown> {
  const { openid } = platformContext();
  return route(endpoints, event, { person: openid, now: instantNow() }, limiter);
}
