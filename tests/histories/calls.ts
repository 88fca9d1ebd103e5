// The call of an endpoint that a step is, with ids in place of labels.
import type { EndpointName, InputOf } from '../../src/contract/endpoints';
import { buildPlan, CONFIRMED } from '../testkit/builders';
import type { Label, Step, Target } from './steps';

/** A call of an endpoint that writes. */
export interface Call {
  readonly endpoint: EndpointName;
  readonly input: Record<string, unknown>;
}

/** The ids of a store and of the labels of its history. */
export interface Ids {
  readonly shopId: string;
  /** null for null. */
  idOf(label: Label | null): string | null;
}

/** Steps that are one call. */
export type CallingStep = Exclude<Step, { do: 'addAccount' | 'publish' | 'check' }>;

function targetOf(ids: Ids, target: Target): InputOf<'sales.record'>['target'] {
  const hostId = ids.idOf(target.host);
  if (target.in === 'session') {
    return { of: 'session', sessionId: ids.idOf(target.session) ?? '', hostId };
  }
  const { bookedOn, account } = target;
  return { of: 'day', bookedOn, hostId, accountId: ids.idOf(account) };
}

function sessionCall(ids: Ids, step: Extract<Step, { do: 'backfill' | 'plan' }>): Call {
  const { shopId } = ids;
  const hostIds = step.hosts.map((host) => ids.idOf(host) ?? '');
  const place = { hostIds, accountId: ids.idOf(step.account) };
  const title = `场次 ${step.do === 'plan' ? step.session : step.titled}`;
  if (step.do === 'plan') {
    const { startAt, endAt } = step;
    const input = buildPlan({ shopId, title, ...place, startAt, endAt });
    return { endpoint: 'liveSession.schedule', input: { ...input } };
  }
  const figure = step.figure?.amount ?? null;
  const input = { shopId, title, ...place, when: step.when, figure, confirmed: CONFIRMED };
  return { endpoint: 'liveSession.backfill', input };
}

function stepCall(ids: Ids, step: Extract<Step, { do: 'goLive' | 'end' | 'cancel' }>): Call {
  const sessionId = ids.idOf(step.session);
  const timed = step.do === 'cancel' ? {} : { at: step.tappedFor };
  return { endpoint: `liveSession.${step.do}`, input: { sessionId, ...timed } };
}

const ENDPOINTS = { moveSales: 'liveSession.moveSales', undoStep: 'liveSession.undo' } as const;

function correctCall(ids: Ids, step: Extract<Step, { do: 'correct' }>): Call {
  const { startedAt, endedAt, withSales } = step;
  const times = { startedAt, endedAt, pauses: [], reason: '看错了时间' };
  const input = { sessionId: ids.idOf(step.session), ...times, withSales };
  return { endpoint: 'liveSession.correct', input };
}

type Sales = 'record' | 'replace' | 'move' | 'undo';

function salesCall(ids: Ids, step: Extract<Step, { do: Sales }>): Call {
  const { shopId } = ids;
  if (step.do === 'undo') {
    const { entry, isWhole } = step;
    return { endpoint: 'sales.undo', input: { shopId, entryId: ids.idOf(entry), isWhole } };
  }
  const stated = { shopId, ...step.amount, confirmed: CONFIRMED };
  if (step.do === 'replace') {
    return { endpoint: 'sales.replace', input: { ...stated, entryId: ids.idOf(step.replaced) } };
  }
  const target = targetOf(ids, step.target);
  if (step.do === 'record') return { endpoint: 'sales.record', input: { ...stated, target } };
  return { endpoint: 'sales.move', input: { ...stated, target, entryId: ids.idOf(step.moved) } };
}

type Applicants = 'readFollowers' | 'declare' | 'withdraw';

function applicantCall(ids: Ids, step: Extract<Step, { do: Applicants }>): Call {
  const { shopId } = ids;
  if (step.do === 'readFollowers') {
    const { account, count, readOn } = step;
    const input = { shopId, accountId: ids.idOf(account), count, readOn };
    return { endpoint: 'applicant.recordFollowers', input };
  }
  const about = { shopId, hostId: ids.idOf(step.host) };
  if (step.do === 'declare') {
    const { fact, value, year } = step;
    return { endpoint: 'applicant.declare', input: { ...about, fact, value, year } };
  }
  const declarationId = ids.idOf(step.declaration);
  return { endpoint: 'applicant.withdraw', input: { ...about, declarationId } };
}

/** The call of a step. */
export function callOf(ids: Ids, step: CallingStep): Call {
  switch (step.do) {
    case 'addHost': {
      const account = step.account && { platform: step.account.platform, name: '主播账号' };
      const input = { shopId: ids.shopId, name: `主播 ${step.host}`, account };
      return { endpoint: 'host.add', input };
    }
    case 'backfill':
    case 'plan':
      return sessionCall(ids, step);
    case 'goLive':
    case 'end':
    case 'cancel':
      return stepCall(ids, step);
    case 'correct':
      return correctCall(ids, step);
    case 'moveSales':
    case 'undoStep':
      return { endpoint: ENDPOINTS[step.do], input: { sessionId: ids.idOf(step.session) } };
    case 'record':
    case 'replace':
    case 'move':
    case 'undo':
      return salesCall(ids, step);
    case 'readFollowers':
    case 'declare':
    case 'withdraw':
      return applicantCall(ids, step);
  }
}

/** A valid input for something else, with which a request key must not be used again. */
export function otherInput(input: Record<string, unknown>): Record<string, unknown> {
  if (typeof input['amountFen'] === 'number') {
    return { ...input, amountFen: input['amountFen'] === 7 ? 8 : 7 };
  }
  if ('isWhole' in input) return { ...input, isWhole: input['isWhole'] !== true };
  return { ...input, title: '另一场' };
}
