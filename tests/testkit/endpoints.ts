import * as applicant from '../../src/contract/applicant';
import * as audience from '../../src/contract/audience';
import * as clock from '../../src/contract/clock';
import * as consoleMarks from '../../src/contract/console';
import * as discover from '../../src/contract/discover';
import * as duty from '../../src/contract/duty';
import { type Endpoint, isPublicKind } from '../../src/contract/endpoint';
import type { DefinitionOf, EndpointName } from '../../src/contract/endpoints';
import * as follow from '../../src/contract/follow';
import * as host from '../../src/contract/host';
import * as incentive from '../../src/contract/incentive';
import * as incentiveHome from '../../src/contract/incentive-home';
import * as liveSession from '../../src/contract/live-session';
import * as liveSessionFind from '../../src/contract/live-session-find';
import * as liveSessionPlan from '../../src/contract/live-session-plan';
import * as report from '../../src/contract/report';
import * as review from '../../src/contract/review';
import * as sales from '../../src/contract/sales';
import * as shop from '../../src/contract/shop';
import * as team from '../../src/contract/team';

const MODULES = [
  applicant,
  audience,
  clock,
  consoleMarks,
  discover,
  duty,
  follow,
  host,
  incentive,
  incentiveHome,
  liveSession,
  liveSessionFind,
  liveSessionPlan,
  report,
  review,
  sales,
  shop,
  team,
];

type ValuesOf<Module> = Module extends unknown ? Module[keyof Module] : never;
type Listed = Extract<ValuesOf<(typeof MODULES)[number]>, Endpoint>;

function isEndpoint(value: unknown): value is Listed {
  if (typeof value !== 'object' || value === null) return false;
  return 'kind' in value && 'name' in value && 'input' in value && 'output' in value;
}

const found = MODULES.flatMap((module) => Object.values<unknown>(module)).filter(isEndpoint);

/** Every definition of the contract by name; a missing concept is a type error. */
export const DEFINITIONS: { readonly [N in EndpointName]: DefinitionOf<N> } = Object.fromEntries(
  found.map((definition) => [definition.name, definition]),
) as { [Definition in Listed as Definition['name']]: Definition };

/** Every endpoint, in the order of the contract's files. */
export const ENDPOINT_NAMES: readonly EndpointName[] = found.map(({ name }) => name);

/** Whether `name` is an endpoint. */
export function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(DEFINITIONS, name);
}

/** Whether an endpoint changes something for an identified person. */
export function isWrite(name: EndpointName): boolean {
  return DEFINITIONS[name].kind === 'write';
}

/** Whether an endpoint stores something: a write, or a count. */
export function isStoring(name: EndpointName): boolean {
  return isWrite(name) || DEFINITIONS[name].kind === 'count';
}

/** The cloud function that answers an endpoint. */
export function functionOf(name: EndpointName): 'api' | 'public' {
  return isPublicKind(DEFINITIONS[name].kind) ? 'public' : 'api';
}
