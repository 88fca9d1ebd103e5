/**
 * Every endpoint, by the cloud function that answers it. `api` is for people WeChat has identified,
 * `public` needs no identity and only reads. Writes need a request key. Kept apart from the schemas,
 * so that a page which only calls does not carry them.
 */
export const ROUTES = {
  'shop.register': { function: 'api', writes: true },
  'shop.mine': { function: 'api', writes: false },
  'shop.update': { function: 'api', writes: true },
  'shop.publish': { function: 'api', writes: true },
  'host.add': { function: 'api', writes: true },
  'host.list': { function: 'api', writes: false },
  'host.invite': { function: 'api', writes: true },
  'host.invitation': { function: 'api', writes: false },
  'host.join': { function: 'api', writes: true },
  'host.unlink': { function: 'api', writes: true },
  'applicant.declare': { function: 'api', writes: true },
  'applicant.withdraw': { function: 'api', writes: true },
  'applicant.recordFollowers': { function: 'api', writes: true },
  'liveSession.schedule': { function: 'api', writes: true },
  'liveSession.reschedule': { function: 'api', writes: true },
  'liveSession.goLive': { function: 'api', writes: true },
  'liveSession.pause': { function: 'api', writes: true },
  'liveSession.resume': { function: 'api', writes: true },
  'liveSession.end': { function: 'api', writes: true },
  'liveSession.cancel': { function: 'api', writes: true },
  'liveSession.backfill': { function: 'api', writes: true },
  'liveSession.get': { function: 'api', writes: false },
  'liveSession.list': { function: 'api', writes: false },
  'sales.record': { function: 'api', writes: true },
  'sales.replace': { function: 'api', writes: true },
  'sales.undo': { function: 'api', writes: true },
  'sales.ledger': { function: 'api', writes: false },
  'incentive.progress': { function: 'api', writes: false },
  'incentive.hosts': { function: 'api', writes: false },
  'incentive.mine': { function: 'api', writes: false },
  'incentive.explain': { function: 'api', writes: false },
  'discover.list': { function: 'public', writes: false },
  'shop.view': { function: 'public', writes: false },
  'liveSession.view': { function: 'public', writes: false },
  'incentive.precheck': { function: 'public', writes: false },
} as const satisfies Record<string, { function: 'api' | 'public'; writes: boolean }>;

/** `concept.verb`. */
export type EndpointName = keyof typeof ROUTES;

/** The endpoints a cloud function answers. */
export type EndpointsOf<F extends 'api' | 'public'> = {
  [N in EndpointName]: (typeof ROUTES)[N]['function'] extends F ? N : never;
}[EndpointName];

/** Whether `name` is an endpoint of the cloud function `cloudFunction`. */
export function isEndpointOf<F extends 'api' | 'public'>(
  cloudFunction: F,
  name: string,
): name is EndpointsOf<F> {
  return (
    Object.prototype.hasOwnProperty.call(ROUTES, name) &&
    ROUTES[name as EndpointName].function === cloudFunction
  );
}
