export type { Loadable } from './loadable';
export type { Paged } from './paged';
export type { Result } from './result';
export type { RootStore } from './root-store';
export type { LiveSessionTodo } from './live-session-store';
export type {
  ExplainSubject,
  Leaf,
  ProgressSubject,
  ProgressView,
  Scheme,
} from './incentive-store';
export type { Answer } from './answer-store';
export type { HomeParts } from './home-store';
export type { SessionDuty } from './duty-store';
export type { OwnSums } from './host-store';
export type { MadeInvitation } from './team-store';
export type { SessionPage, ShopPage } from './discover-store';
export type { WhichSessions } from './shop-sessions-store';
export type { ShopAhead } from '../contract/discover';
export type { DraftDevice } from './store-context';
