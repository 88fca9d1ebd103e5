import type { PublicReadName } from '../../../src/contract/endpoints';
import { type EndpointTable, tableOf } from '../../endpoint/endpoint';
import * as publicEndpoints from '../../endpoints/public';
import { instantNow } from '../../runtime/clock';
import { route } from '../../runtime/router';

const endpoints: EndpointTable<PublicReadName> = tableOf(publicEndpoints);

/** Answers anyone; it only reads, and does not look at an identity. */
export function main(event: unknown): Promise<unknown> {
  return route(endpoints, event, { person: null, now: instantNow() });
}
