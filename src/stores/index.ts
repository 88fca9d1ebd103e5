export { IDLE, type Loadable } from './loadable';
export { NO_PAGES, type Paged } from './paged';
export { mayRetry, type Result } from './result';
export { LANGS, type Lang } from './ui-store';
export { createRootStore, type RootStore } from './root-store';
export type { PlannedCard } from './share-store';
export type { LiveSessionTodo } from './live-session-store';
export type { LedgerScope } from './sales-store';
export type { EntryChange } from './incentive-preview';
export type {
  ExplainSubject,
  Leaf,
  PrecheckAnswer,
  ProgressSubject,
  ProgressView,
  Scheme,
} from './incentive-store';
export type { HostLadder, OwnSums } from './host-store';
export { thresholdsOf } from './outlook-store';
export type { SessionPage, ShopPage } from './discover-store';
