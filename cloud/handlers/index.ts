import type { PublicReadName, ReadName, WriteName } from '../../src/contract/endpoints';
import { applicantDeclare } from './applicant.declare';
import { applicantRecordFollowers } from './applicant.recordFollowers';
import { applicantWithdraw } from './applicant.withdraw';
import { discoverList } from './discover.list';
import type { Handler } from './handler';
import { hostAdd } from './host.add';
import { hostInvitation } from './host.invitation';
import { hostInvite } from './host.invite';
import { hostJoin } from './host.join';
import { hostList } from './host.list';
import { hostUnlink } from './host.unlink';
import { incentiveExplain } from './incentive.explain';
import { incentiveHosts } from './incentive.hosts';
import { incentiveMine } from './incentive.mine';
import { incentivePrecheck } from './incentive.precheck';
import { incentiveProgress } from './incentive.progress';
import { liveSessionBackfill } from './liveSession.backfill';
import { liveSessionCancel } from './liveSession.cancel';
import { liveSessionEnd } from './liveSession.end';
import { liveSessionGet } from './liveSession.get';
import { liveSessionGoLive } from './liveSession.goLive';
import { liveSessionList } from './liveSession.list';
import { liveSessionPause } from './liveSession.pause';
import { liveSessionReschedule } from './liveSession.reschedule';
import { liveSessionResume } from './liveSession.resume';
import { liveSessionSchedule } from './liveSession.schedule';
import { liveSessionView } from './liveSession.view';
import { salesLedger } from './sales.ledger';
import { salesRecord } from './sales.record';
import { salesReplace } from './sales.replace';
import { salesUndo } from './sales.undo';
import { shopMine } from './shop.mine';
import { shopPublish } from './shop.publish';
import { shopRegister } from './shop.register';
import { shopUpdate } from './shop.update';
import { shopView } from './shop.view';

/** Every endpoint of `api`; forgetting one does not compile. */
export const apiHandlers = {
  'shop.register': shopRegister,
  'shop.mine': shopMine,
  'shop.update': shopUpdate,
  'shop.publish': shopPublish,
  'host.add': hostAdd,
  'host.list': hostList,
  'host.invite': hostInvite,
  'host.invitation': hostInvitation,
  'host.join': hostJoin,
  'host.unlink': hostUnlink,
  'applicant.declare': applicantDeclare,
  'applicant.withdraw': applicantWithdraw,
  'applicant.recordFollowers': applicantRecordFollowers,
  'liveSession.schedule': liveSessionSchedule,
  'liveSession.reschedule': liveSessionReschedule,
  'liveSession.goLive': liveSessionGoLive,
  'liveSession.pause': liveSessionPause,
  'liveSession.resume': liveSessionResume,
  'liveSession.end': liveSessionEnd,
  'liveSession.cancel': liveSessionCancel,
  'liveSession.backfill': liveSessionBackfill,
  'liveSession.get': liveSessionGet,
  'liveSession.list': liveSessionList,
  'sales.record': salesRecord,
  'sales.replace': salesReplace,
  'sales.undo': salesUndo,
  'sales.ledger': salesLedger,
  'incentive.progress': incentiveProgress,
  'incentive.hosts': incentiveHosts,
  'incentive.mine': incentiveMine,
  'incentive.explain': incentiveExplain,
} satisfies { [N in ReadName | WriteName]: Handler<N> };

/** Every endpoint of `public`. */
export const publicHandlers = {
  'discover.list': discoverList,
  'shop.view': shopView,
  'liveSession.view': liveSessionView,
  'incentive.precheck': incentivePrecheck,
} satisfies { [N in PublicReadName]: Handler<N> };
