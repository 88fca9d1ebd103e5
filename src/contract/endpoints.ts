// Types only, so that a module that names an endpoint carries no schema and no list of endpoints.
import type * as applicant from './applicant';
import type * as audience from './audience';
import type * as clock from './clock';
import type * as consoleMarks from './console';
import type * as discover from './discover';
import type * as duty from './duty';
import type { CheckedInput, Endpoint, EndpointKind, Input, Output } from './endpoint';
import type * as follow from './follow';
import type * as host from './host';
import type * as incentive from './incentive';
import type * as incentiveHome from './incentive-home';
import type * as liveSession from './live-session';
import type * as liveSessionFind from './live-session-find';
import type * as liveSessionPlan from './live-session-plan';
import type * as report from './report';
import type * as review from './review';
import type * as sales from './sales';
import type * as shop from './shop';
import type * as team from './team';

type DefinitionsIn<Module> = Extract<Module[keyof Module], Endpoint>;

/** Every definition of the contract; a new concept is one line here. */
type Definition =
  | DefinitionsIn<typeof applicant>
  | DefinitionsIn<typeof audience>
  | DefinitionsIn<typeof clock>
  | DefinitionsIn<typeof consoleMarks>
  | DefinitionsIn<typeof discover>
  | DefinitionsIn<typeof duty>
  | DefinitionsIn<typeof follow>
  | DefinitionsIn<typeof host>
  | DefinitionsIn<typeof incentive>
  | DefinitionsIn<typeof incentiveHome>
  | DefinitionsIn<typeof liveSession>
  | DefinitionsIn<typeof liveSessionFind>
  | DefinitionsIn<typeof liveSessionPlan>
  | DefinitionsIn<typeof report>
  | DefinitionsIn<typeof review>
  | DefinitionsIn<typeof sales>
  | DefinitionsIn<typeof shop>
  | DefinitionsIn<typeof team>;

type NamesOf<Kind extends EndpointKind> = Extract<Definition, { kind: Kind }>['name'];

/** `concept.verb`. */
export type EndpointName = Definition['name'];
/** Endpoints that read for an identified person. */
export type ReadName = NamesOf<'read'>;
/** Endpoints that change something. */
export type WriteName = NamesOf<'write'>;
/** Endpoints that read for anyone. */
export type PublicReadName = NamesOf<'publicRead'>;
/** Endpoints that count something for anyone. */
export type CountName = NamesOf<'count'>;

/** The definition of endpoint `N`. */
export type DefinitionOf<N extends EndpointName> = Extract<Definition, { name: N }>;
/** What a caller sends to endpoint `N`, before it is checked. */
export type InputOf<N extends EndpointName> = Input<DefinitionOf<N>>;
/** What endpoint `N` works on: checked and trimmed. */
export type CheckedInputOf<N extends EndpointName> = CheckedInput<DefinitionOf<N>>;
/** What endpoint `N` answers. */
export type OutputOf<N extends EndpointName> = Output<DefinitionOf<N>>;
