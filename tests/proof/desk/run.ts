// Every endpoint, called by several people at once; what each is answered follows from some order.
import { setVerifier } from '../../../demo/verifier-role';
import type { EndpointName } from '../../../src/contract/endpoints';
import { Dice } from '../../histories/dice';
import { callAs, newKey } from '../../testkit/cloud';
import { ENDPOINT_NAMES, isWrite } from '../../testkit/endpoints';
import { giveRole } from '../../testkit/people';
import { openStore, type TestStore } from '../../testkit/stores';
import type { SequenceResult } from '../finding';
import { orders } from '../linearize';
import type { ProofCloud } from '../proof-cloud';
import { actionOf, inputOf, type Seen } from './actions';
import { checkedAgain } from './explain';
import {
  copyOf,
  type DeskState,
  eveningsOf,
  joinablePairs,
  type Operation,
  type Person,
} from './state';

const MINUTE = 60_000;
const START = '2026-11-24T02:00:00.000Z';
const PAUSES = [0, 1, 5, 14, 16, 45, 200, 600] as const;
/** Actions about a session, which are not possible before there is one. */
const ABOUT_SESSIONS = /^(duty\.|liveSession\.)/;
const WITHOUT_SESSION: readonly EndpointName[] = [
  'liveSession.schedule',
  'liveSession.startNow',
  'liveSession.backfill',
  'liveSession.list',
  'liveSession.months',
  'liveSession.todo',
  'liveSession.search',
  'liveSession.series',
  'duty.lists',
  'duty.saveLists',
  'duty.export',
];

/** A store of the desk under way. */
class Desk {
  private state: DeskState;

  constructor(
    private readonly proof: ProofCloud,
    private readonly dice: Dice,
    private readonly store: TestStore,
    { shopVersion, isUnchecked }: Pick<DeskState, 'shopVersion' | 'isUnchecked'>,
  ) {
    this.state = {
      shopVersion,
      name: '测试店铺',
      isUnchecked,
      willDisclose: false,
      isPublished: false,
      hasDisclosure: false,
      verification: 'unverified',
      hosts: {},
      members: { m1: { person: 'owner', role: 'owner', hostId: null } },
      memberCount: 1,
      invitations: {},
      reports: {},
      reportsWaiting: 0,
      suspendedBy: null,
      hasAppealed: false,
      duties: {},
      listsVersion: 0,
      marks: {},
      entries: [],
      facts: [],
      series: [],
      sessions: new Map(),
    };
  }

  /** Hosts, a first session or what could become an evening, and who the store is, one by one. */
  async begin(): Promise<string | null> {
    const sessions: readonly EndpointName[] = this.dice.chance(0.5)
      ? ['liveSession.schedule']
      : ['liveSession.backfill', 'liveSession.backfill', 'liveSession.backfill'];
    const identity: readonly EndpointName[] = this.dice.chance(0.3)
      ? ['shop.update', 'shop.submit']
      : [];
    for (const endpoint of ['host.add', 'host.add', ...sessions, ...identity] as const) {
      const problem = await this.round([endpoint]);
      if (problem !== null) return problem;
    }
    return null;
  }

  /** A round of any actions, after a pause. */
  async next(): Promise<string | null> {
    const { dice, proof } = this;
    await proof.reach(new Date(Date.parse(proof.now) + dice.pick(PAUSES) * MINUTE).toISOString());
    const count = dice.whole(2, 4);
    // Often the same twice: two phones, one tap each.
    const first = this.anyEndpoint();
    const others = Array.from({ length: count - 1 }, () =>
      dice.chance(0.25) ? first : this.anyEndpoint(),
    );
    proof.tally.rounds += 1;
    return this.round([first, ...others]);
  }

  private anyEndpoint(): EndpointName {
    const hasSession = this.state.sessions.size > 0;
    const possible = ENDPOINT_NAMES.filter(
      (name) => hasSession || !ABOUT_SESSIONS.test(name) || WITHOUT_SESSION.includes(name),
    );
    const weights = Object.fromEntries(
      possible.flatMap((name) => {
        const weight = actionOf(name)?.weight ?? 0;
        return [[name, typeof weight === 'number' ? weight : weight(this.state)]];
      }),
    );
    return this.dice.weighted(weights as Record<EndpointName, number>);
  }

  private async round(endpoints: readonly EndpointName[]): Promise<string | null> {
    const { proof } = this;
    const seen = await proof.calmly(() => this.look());
    const calls = endpoints.map((endpoint) => {
      const person = this.dice.pick(actionOf(endpoint)?.by ?? []);
      return { person, endpoint, input: inputOf(endpoint, { ...seen, ...this.focus(seen) }) };
    });
    const done = await Promise.all(calls.map((call) => this.call(call)));
    for (const operation of done)
      operation.isBeside = done.some((other) => isBeside(operation, other));
    return proof.calmly(() => this.explain(done));
  }

  /** Mostly all are about the same host. */
  private focus({ hostId }: Seen): Pick<Seen, 'hostId'> {
    const ids = Object.keys(this.state.hosts);
    return { hostId: ids.length > 0 && this.dice.chance(0.3) ? this.dice.pick(ids) : hostId };
  }

  /** What people see before they act. */
  private async look(): Promise<Seen> {
    const { dice, state, store, proof } = this;
    const hostIds = Object.keys(state.hosts);
    const hostId = hostIds.length > 0 ? dice.pick(hostIds) : '';
    const [sessionId, otherId] = this.anySessions();
    const session = await this.sessionOf(sessionId);
    const other = await this.sessionOf(otherId);
    return {
      store,
      state,
      dice,
      now: Date.parse(proof.now),
      sessionId,
      hostId,
      session,
      other: { sessionId: otherId, version: other.version },
      tickedAt: state.duties[sessionId]?.tickedAt ?? null,
      reviewed: state.verification === 'waiting' ? await this.oldest('identity', 'waiting') : null,
      reported: await this.reported(),
    };
  }

  private async reported(): Promise<Seen['reported']> {
    const { dice, state } = this;
    const isSuspended = state.suspendedBy !== null && dice.chance(0.4);
    if (!isSuspended && state.reportsWaiting === 0) return null;
    return this.oldest('report', isSuspended ? 'suspended' : 'waiting');
  }

  /** What has been in a list of a verifier for longest. */
  private async oldest(kind: 'identity' | 'report', list: 'waiting' | 'suspended') {
    const verifier = callAs(this.proof.cloud, 'verifier');
    const { items } = await verifier.ok('review.list', { kind, list, cursor: null });
    return items[0] ?? null;
  }

  /** A session and another that ended: often an evening, or what could become one. */
  private anySessions(): readonly [string, string] {
    const { dice, state } = this;
    const ended = [...state.sessions.values()].filter(({ run }) => run.state === 'ended');
    const sessionIds = [...state.sessions.keys()];
    const evenings = eveningsOf(state);
    const pairs = joinablePairs(state);
    if (pairs.length > 0 && dice.chance(0.4)) return dice.pick(pairs);
    const ids = evenings.length > 0 && dice.chance(0.4) ? evenings : sessionIds.slice(-4);
    const sessionId = ids.length > 0 ? dice.pick(ids) : '';
    return [sessionId, ended.length > 0 ? dice.pick(ended).id : sessionId];
  }

  private async sessionOf(sessionId: string): Promise<Seen['session']> {
    if (sessionId === '') return { version: 1, startAt: START, endAt: START, hostIds: [] };
    const { session } = await this.store.owner.ok('liveSession.get', { sessionId });
    const { version, startAt, endAt, hosts } = session;
    return { version, startAt, endAt, hostIds: hosts.map(({ id }) => id) };
  }

  private async call({
    person,
    endpoint,
    input,
  }: Pick<Operation, 'person' | 'endpoint' | 'input'>): Promise<Operation> {
    const { proof } = this;
    const caller = person === 'viewer' ? callAs(proof.cloud) : callAs(proof.cloud, person);
    const began = proof.tick();
    const at = proof.now;
    const requestKey = isWrite(endpoint) ? newKey() : null;
    const answer = await caller.raw(endpoint, input, requestKey);
    const ats = requestKey === null ? [at, answer.at] : proof.triesOf(requestKey);
    return { person, endpoint, input, answer, began, ended: proof.tick(), ats };
  }

  /** Finds an order that explains all answers, and after which everything is shown as it leads to. */
  private async explain(done: readonly Operation[]): Promise<string | null> {
    let seen: string | null = null;
    for (const candidate of orders(this.state, done, statesAfter)) {
      const problem = await this.compare(candidate);
      if (problem === null) {
        this.state = candidate;
        this.proof.tally.explained += done.length;
        return null;
      }
      seen ??= problem;
    }
    return seen ?? `no order explains ${JSON.stringify(done.map(shown))}`;
  }

  /** Reads everything, one after the other. */
  private async compare(state: DeskState): Promise<string | null> {
    const { shopId } = this.store;
    const sessions = [...state.sessions.keys()];
    const codes = Object.values(state.invitations).map(({ code }) => code);
    const duties = Object.keys(state.duties).filter((id) => state.sessions.has(id));
    const reads: readonly (readonly [Person, EndpointName, object])[] = [
      ['owner', 'shop.mine', {}],
      ['owner', 'team.list', { shopId }],
      ['operator', 'host.list', { shopId }],
      ['operator', 'liveSession.list', { shopId, tab: 'all', cursor: null }],
      ['operator', 'duty.lists', { shopId }],
      ['viewer', 'shop.view', { shopId }],
      ...codes.map((code) => ['guest', 'team.invitation', { code }] as const),
      ...sessions.map((sessionId) => ['partner', 'liveSession.get', { sessionId }] as const),
      ...sessions.map(
        (sessionId) => ['operator', 'console.read', { sessionId, after: 0 }] as const,
      ),
      ...duties.map((sessionId) => ['owner', 'duty.get', { sessionId }] as const),
    ];
    for (const [person, endpoint, input] of reads) {
      const operation = await this.call({ person, endpoint, input: { ...input } });
      if (statesAfter(state, operation).length === 0) {
        return `${endpoint} shows ${JSON.stringify(operation.answer).slice(0, 1500)}, kept is ${text(state)}`;
      }
      this.proof.tally.compared += 1;
    }
    return null;
  }
}

function text(state: DeskState): string {
  return JSON.stringify({ ...state, sessions: [...state.sessions.values()] });
}

function shown({ person, endpoint, input, answer, began, ended, ats }: Operation): unknown {
  return [began, ended, ats, person, endpoint, input, answer.ok ? 'accepted' : answer.error];
}

/** What a write is about, where some of it is read before the write begins. */
function topicOf({ endpoint }: Operation): string {
  if (/^(host|team)\./.test(endpoint)) return 'people';
  return endpoint.startsWith('liveSession.') ? 'sessions' : endpoint;
}

/** Whether another write about the same was accepted while one was under way. */
function isBeside(operation: Operation, other: Operation): boolean {
  const isMeanwhile = operation.began <= other.ended && other.began <= operation.ended;
  const isAlike = topicOf(other) === topicOf(operation) && isWrite(other.endpoint);
  return other !== operation && isMeanwhile && isAlike && other.answer.ok;
}

/** The states to which a call may have led, tried at any of its instants. */
function statesAfter(state: DeskState, operation: Operation): readonly DeskState[] {
  const explain = actionOf(operation.endpoint)?.explain;
  const states = [...new Set(operation.ats)].flatMap(
    (at) => explain?.(copyOf(state), operation, Date.parse(at)) ?? [],
  );
  if (isWrite(operation.endpoint)) states.push(...states.splice(0).flatMap(checkedAgain));
  return [...new Map(states.map((next) => [text(next), next])).values()];
}

async function open(proof: ProofCloud, dice: Dice): Promise<Desk> {
  const store = await openStore(proof.cloud, 'owner', { lineOfBusiness: 'mcn' });
  for (const [person, role] of [
    ['partner', 'owner'],
    ['operator', 'operator'],
  ] as const) {
    await giveRole(proof.cloud, { shopId: store.shopId, person, role, joinedAt: proof.now });
  }
  await setVerifier(proof.cloud, 'verifier', { name: '核对员', grantedAt: proof.now });
  const { shops } = await store.owner.ok('shop.mine', {});
  const isUnchecked = (shops[0]?.shop.waiting.length ?? 0) > 0;
  return new Desk(proof, dice, store, { shopVersion: 1, isUnchecked });
}

async function play(proof: ProofCloud, dice: Dice): Promise<string | null> {
  const desk = await open(proof, dice);
  const begun = await desk.begin();
  if (begun !== null) return begun;
  for (let rounds = dice.whole(8, 14); rounds > 0; rounds -= 1) {
    const problem = await desk.next();
    if (problem !== null) return problem;
  }
  return null;
}

/** Plays the sequence of a seed. */
export async function runDesk(proof: ProofCloud, seed: number): Promise<SequenceResult> {
  const dice = new Dice(seed + 2_000_003);
  return proof.sequence(seed, { dice, startAt: START, rate: dice.chance(0.5) ? 0.03 : 0 }, () =>
    play(proof, dice),
  );
}
