// Every endpoint for people without identity. One that is missing here does not compile in
// `cloud/functions/public`.
export { endpoint as audienceCount } from './audience/count';
export { endpoint as clockRead } from './clock/read';
export { endpoint as discoverAhead } from './discover/ahead';
export { endpoint as discoverList } from './discover/list';
export { endpoint as incentivePrecheck } from './incentive/precheck';
export { endpoint as liveSessionView } from './live-session/view';
export { endpoint as shopSessions } from './shop/sessions';
export { endpoint as shopView } from './shop/view';
