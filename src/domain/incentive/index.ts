export * from './facts';
export * from './explain';
export { finalityOf, type OpenReason } from './finality';
export type { HostStanding } from './host-ladder';
export { ladderCounts } from './ladder-counts';
export { factOf, isOfNet, metricOf } from './metrics';
export { treeOf, type ConditionTree } from './answers';
export * from './progress';
export { isUnsettled, neededFor } from './risk';
export { safetyOf } from './safety';
export { equalScale, placeOn, ratioScale, type ScaleMark } from './scale';
export { type SchemeStanding, schemeStandings } from './scheme-standing';
export * from './schemes';
export {
  type Blocker,
  blockerOfTier,
  type Confirmations,
  confirmationsOf,
  standingOn,
} from './standing';
export { road, type Road, type RoadSign } from './road';
export * from './rule-set';
export { atYearEnd } from './year-end';
export type { ExpectedNet } from './year-end';
