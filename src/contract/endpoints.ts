import type * as v from 'valibot';

import * as applicant from './applicant';
import * as host from './host';
import * as incentive from './incentive';
import * as liveSession from './live-session';
import * as publicPages from './public';
import type { EndpointName } from './routes';
import * as sales from './sales';
import * as shop from './shop';

/** What every endpoint takes and answers: the one source of request and response types. */
export const ENDPOINTS = {
  'shop.register': { input: shop.shopRegisterInput, output: shop.shopWithHosts },
  'shop.mine': { input: shop.shopMineInput, output: shop.shopMineOutput },
  'shop.update': { input: shop.shopUpdateInput, output: shop.shopOutput },
  'shop.publish': { input: shop.shopPublishInput, output: shop.shopOutput },
  'host.add': { input: shop.hostAddInput, output: shop.hostAddOutput },
  'host.list': { input: shop.hostListInput, output: shop.hostListOutput },
  'host.invite': { input: host.hostInviteInput, output: host.hostInviteOutput },
  'host.invitation': { input: host.hostCodeInput, output: host.hostInvitationOutput },
  'host.join': { input: host.hostCodeInput, output: host.hostJoinOutput },
  'host.unlink': { input: host.hostUnlinkInput, output: host.hostUnlinkOutput },
  'applicant.declare': {
    input: applicant.applicantDeclareInput,
    output: applicant.applicantOutput,
  },
  'applicant.withdraw': {
    input: applicant.applicantWithdrawInput,
    output: applicant.applicantOutput,
  },
  'applicant.recordFollowers': {
    input: applicant.applicantRecordFollowersInput,
    output: applicant.applicantOutput,
  },
  'liveSession.schedule': {
    input: liveSession.liveSessionScheduleInput,
    output: liveSession.liveSessionOutput,
  },
  'liveSession.reschedule': {
    input: liveSession.liveSessionRescheduleInput,
    output: liveSession.liveSessionOutput,
  },
  'liveSession.goLive': {
    input: liveSession.liveSessionTimedStepInput,
    output: liveSession.liveSessionOutput,
  },
  'liveSession.pause': {
    input: liveSession.liveSessionIdInput,
    output: liveSession.liveSessionOutput,
  },
  'liveSession.resume': {
    input: liveSession.liveSessionIdInput,
    output: liveSession.liveSessionOutput,
  },
  'liveSession.end': {
    input: liveSession.liveSessionTimedStepInput,
    output: liveSession.liveSessionOutput,
  },
  'liveSession.cancel': {
    input: liveSession.liveSessionIdInput,
    output: liveSession.liveSessionOutput,
  },
  'liveSession.backfill': {
    input: liveSession.liveSessionBackfillInput,
    output: liveSession.liveSessionOutput,
  },
  'liveSession.get': {
    input: liveSession.liveSessionIdInput,
    output: liveSession.liveSessionOutput,
  },
  'liveSession.list': {
    input: liveSession.liveSessionListInput,
    output: liveSession.liveSessionListOutput,
  },
  'sales.record': { input: sales.salesRecordInput, output: sales.salesWriteOutput },
  'sales.replace': { input: sales.salesReplaceInput, output: sales.salesWriteOutput },
  'sales.undo': { input: sales.salesUndoInput, output: sales.salesWriteOutput },
  'sales.ledger': { input: sales.salesLedgerInput, output: sales.salesLedgerOutput },
  'incentive.progress': {
    input: incentive.incentiveProgressInput,
    output: incentive.incentiveProgressOutput,
  },
  'incentive.hosts': {
    input: incentive.incentiveHostsInput,
    output: incentive.incentiveHostsOutput,
  },
  'incentive.mine': {
    input: incentive.incentiveMineInput,
    output: incentive.incentiveMineOutput,
  },
  'incentive.explain': {
    input: incentive.incentiveExplainInput,
    output: incentive.incentiveExplainOutput,
  },
  'discover.list': { input: publicPages.discoverListInput, output: publicPages.discoverListOutput },
  'shop.view': { input: publicPages.shopViewInput, output: publicPages.shopViewOutput },
  'liveSession.view': {
    input: publicPages.liveSessionViewInput,
    output: publicPages.liveSessionViewOutput,
  },
  'incentive.precheck': {
    input: incentive.incentivePrecheckInput,
    output: incentive.incentivePrecheckOutput,
  },
} as const satisfies Record<EndpointName, { input: v.GenericSchema; output: v.GenericSchema }>;

/** What a caller sends to endpoint `N`, before it is checked. */
export type InputOf<N extends EndpointName> = v.InferInput<(typeof ENDPOINTS)[N]['input']>;

/** What endpoint `N` works on: checked and trimmed. */
export type CheckedInputOf<N extends EndpointName> = v.InferOutput<(typeof ENDPOINTS)[N]['input']>;

/** What endpoint `N` answers. */
export type OutputOf<N extends EndpointName> = v.InferOutput<(typeof ENDPOINTS)[N]['output']>;
