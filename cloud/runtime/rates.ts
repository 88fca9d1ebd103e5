import type { EndpointKind } from '../../src/contract/endpoint';
import type { EndpointName } from '../../src/contract/endpoints';

/** How many units may be taken at once, and how many come back in a second. */
interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * What one instance of a function gives: to each person for reads and for writes, to all viewers
 * together for public reads and for counts. A merchant who records 30 entries a minute takes a quarter of the
 * writes that come back, and 200 taps that waited for the network pass at once.
 */
export const RATES: Readonly<Record<EndpointKind, Rate>> = {
  write: { burst: 300, perSecond: 2 },
  read: { burst: 1200, perSecond: 10 },
  publicRead: { burst: 1800, perSecond: 60 },
  count: { burst: 1800, perSecond: 60 },
};

/**
 * Units of a call that costs the database several times an ordinary one, see
 * docs/generated/cost-per-endpoint.md, or that tries a code; every other call takes one unit.
 */
export const UNITS: Readonly<Partial<Record<EndpointName, number>>> = {
  'duty.export': 3,
  'host.list': 2,
  'incentive.explain': 3,
  'incentive.home': 10,
  'incentive.hosts': 10,
  'incentive.mine': 5,
  'incentive.precheck': 3,
  'incentive.progress': 5,
  'incentive.year': 3,
  'liveSession.join': 3,
  'liveSession.moveSales': 5,
  'liveSession.schedule': 2,
  'liveSession.search': 3,
  'liveSession.split': 3,
  'liveSession.todo': 2,
  'report.send': 10,
  'shop.mine': 3,
  'shop.register': 10,
  'team.invitation': 20,
  'team.join': 20,
};

/** Buckets that an instance keeps: about 4 MB. */
export const MAX_BUCKETS = 20_000;

/** The variable of a function's environment that multiplies all rates. */
export const RATE_FACTOR = 'RATE_LIMIT_FACTOR';
