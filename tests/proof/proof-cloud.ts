// The simulated cloud as people use it: they send again what got no answer, with the same key.
import { createHash, type Hash } from 'node:crypto';

import type { LocalCloud } from 'local-cloud';
import { Simulation, type WaitingRequest } from 'local-cloud/simulation';
import { SCHEMA } from '../../cloud/database/schema';
import { FUNCTION_RULES } from '../../cloud/functions/rules';
import { RATE_FACTOR } from '../../cloud/runtime/rates';
import { TEST_KEYS } from '../testkit/keys';
import { publishRuleSets } from '../../demo/rule-sets';
import type { Envelope } from '../../src/contract/envelope';
import { toPublished } from '../../src/contract/published-rule-set';
import { Dice } from '../histories/dice';
import fiction from '../testkit/fixtures/fiction-2026.v1.json';
import { isEndpointName, isWrite } from '../testkit/endpoints';
import { Chances } from './faults';
import type { SequenceResult } from './finding';
import type { Interval } from './linearize';
import { noTally, type Tally } from './tally';

const PUBLISHED_AT = '2020-08-20T00:00:00.000Z';
/** Tries of a call that may meet faults; the ones after these meet none. */
const TRIES_WITH_FAULTS = 3;
const MAX_TRIES = 12;
const DENIED = -501023;

/** What is kept of a write: when it was under way, and the instants at which it was tried. */
export interface Sending extends Interval {
  readonly ats: readonly string[];
}

interface Call {
  readonly endpoint: string;
  readonly requestKey?: string;
}

type Answer = Awaited<ReturnType<LocalCloud['call']>>;

function envelopeOf(answer: Answer): Envelope<unknown> | null {
  return answer.errCode === undefined ? (answer.result as Envelope<unknown>) : null;
}

/** Answers that a person sends again after: the cloud did nothing, or nothing is known of it. */
const TRIED_AGAIN: readonly string[] = ['internal', 'busy', 'not_deployed'];

/** Whether a person tries again: no answer came, or one that asks for it. */
function isOpen(answer: Answer): boolean {
  if (answer.errCode === DENIED) return false;
  const envelope = envelopeOf(answer);
  if (envelope === null) return true;
  return !envelope.ok && TRIED_AGAIN.includes(envelope.error.code);
}

/** How a sequence is run. */
interface SequenceOptions {
  readonly dice: Dice;
  readonly startAt: string;
  /** Probability of a fault, for each request. */
  readonly rate: number;
  /** How often a fault keeps locks, see {@link Chances}. */
  readonly keepsLocks?: number;
}

const STORING = /^database\.(insert|modify|remove)Document$/;

function isStoring({ action, isInTransaction }: WaitingRequest): boolean {
  return action === 'database.commitTransaction' || (STORING.test(action) && !isInTransaction);
}

/** One simulation after the other in this process, with what came of all of them. */
export class ProofCloud {
  readonly tally: Tally = noTally();
  /** What no fault explains, in sentences. */
  private readonly findings: string[] = [];
  readonly simulation: Simulation;
  private readonly sendings = new Map<
    string,
    { began: number; ended: number; ats: string[]; isKnown: boolean }
  >();
  private readonly lastKeys = new Map<string, string>();
  private ticks = 0;
  private trace: Hash = createHash('sha256');
  chances = new Chances(new Dice(0), 0);

  /** How often something was stored. */
  stored = 0;
  /** Called after each request. */
  onRequest: () => void = () => undefined;

  /** @param file SQLite file of the documents; default: they are in memory */
  constructor(file?: string, functionsRoot = 'cloudfunctions') {
    this.simulation = new Simulation({
      schema: SCHEMA,
      functionsRoot,
      rules: FUNCTION_RULES,
      environment: { [RATE_FACTOR]: '1000', ...TEST_KEYS },
      startAt: PUBLISHED_AT,
      choices: this.chances,
      ...(file === undefined ? {} : { file }),
      onRequest: (request, isRefused) => {
        this.tally.requests += 1;
        if (!isRefused && isStoring(request)) this.stored += 1;
        this.onRequest();
      },
    });
  }

  /** Runs a sequence in an empty cloud. @param play returns what is wrong */
  async sequence(
    seed: number,
    options: SequenceOptions,
    play: () => Promise<string | null>,
  ): Promise<SequenceResult> {
    await this.open(options);
    const what = await play().catch((cause: unknown) =>
      cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    );
    await this.simulation.idle();
    this.tally.sequences += 1;
    this.tally.storeMs += Date.parse(this.now) - Date.parse(options.startAt);
    const digest = this.finish();
    const [unexplained] = this.findings.splice(0);
    const found = what ?? unexplained ?? null;
    return { digest, finding: found === null ? null : { seed, what: found } };
  }

  /** Empties the cloud for a new sequence. */
  private async open({ dice, startAt, rate, keepsLocks }: SequenceOptions): Promise<void> {
    this.trace = createHash('sha256');
    this.sendings.clear();
    this.lastKeys.clear();
    this.chances = new Chances(dice, 0, keepsLocks);
    this.simulation.choose(this.chances);
    this.simulation.reset(startAt);
    await publishRuleSets(this.cloud, PUBLISHED_AT);
    const made = toPublished(fiction, PUBLISHED_AT);
    await this.cloud.database.insert('rule_sets', [{ ...made }]);
    this.chances.rate = rate;
  }

  /** Ends a sequence. @returns the digest of all its calls and answers */
  private finish(): string {
    for (const [kind, count] of Object.entries(this.chances.counts)) {
      this.tally.faults[kind] = (this.tally.faults[kind] ?? 0) + count;
    }
    return this.trace.digest('hex');
  }

  /** Runs something without faults. */
  async calmly<T>(work: () => Promise<T>): Promise<T> {
    await this.simulation.idle();
    const { rate } = this.chances;
    this.chances.rate = 0;
    try {
      return await work();
    } finally {
      this.chances.rate = rate;
    }
  }

  /** This instant of the cloud's clock. */
  get now(): string {
    return new Date(this.simulation.time.now).toISOString();
  }

  /** Lets time pass until an instant, as soon as no function runs: none may be ended by it. */
  async reach(instant: string): Promise<void> {
    const ms = Date.parse(instant);
    while (ms > this.simulation.time.now && this.simulation.isBusy) await this.simulation.idle();
    this.simulation.time.to(ms);
  }

  /** Ticks of the counter by which intervals are compared. */
  tick(): number {
    this.ticks += 1;
    return this.ticks;
  }

  /** The instants at which a write was tried. */
  triesOf(requestKey: string): readonly string[] {
    return this.sendings.get(requestKey)?.ats ?? [];
  }

  /** How the last write of a person was sent. */
  lastSending(person: string): Sending | null {
    return this.sendings.get(this.lastKeys.get(person) ?? '') ?? null;
  }

  /** As the tests use a cloud. */
  get cloud(): LocalCloud {
    const unused = (): never => {
      throw new Error('a simulated cloud has no server');
    };
    return {
      url: '',
      sdkEnvironment: {},
      database: this.simulation.database,
      call: (name, event, as) => this.call(name, event as Call, as),
      trigger: (name) => this.simulation.trigger(name),
      setNow: (iso) => this.simulation.time.to(Date.parse(iso ?? '')),
      startTimers: unused,
      handleRequest: unused,
      reset: unused,
      close: unused,
    };
  }

  close(): void {
    this.simulation.close();
  }

  private async call(
    name: string,
    event: Call,
    as?: { readonly person?: string },
  ): Promise<Answer> {
    const sending = this.sendingOf(event, as?.person ?? '');
    for (let tries = 1; ; tries += 1) {
      sending?.ats.push(this.now);
      const answering = this.simulation.call(name, event, as);
      const number = this.simulation.lastCall;
      if (tries > TRIES_WITH_FAULTS) this.chances.calm.add(number);
      const answer = await answering;
      this.trace.update(`${JSON.stringify([as?.person, event, answer])}\n`);
      this.count(event, answer, number);
      if (sending !== null) this.note(sending, answer);
      if (!isOpen(answer) || tries === MAX_TRIES) return answer;
      this.tally.repeats += 1;
    }
  }

  private sendingOf({ requestKey }: Call, person: string) {
    if (requestKey === undefined) return null;
    this.lastKeys.set(person, requestKey);
    const began = this.tick();
    const sending = this.sendings.get(requestKey) ?? {
      began,
      ended: began,
      ats: [],
      isKnown: false,
    };
    this.sendings.set(requestKey, sending);
    return sending;
  }

  /** Keeps when an answer came; a write counts as acknowledged once, however often it is sent. */
  private note(sending: { ended: number; isKnown: boolean }, answer: Answer): void {
    sending.ended = this.tick();
    if (sending.isKnown || envelopeOf(answer)?.ok !== true) return;
    sending.isKnown = true;
    this.tally.acknowledged += 1;
  }

  private count({ endpoint }: Call, answer: Answer, number: number): void {
    const { tally } = this;
    tally.calls += 1;
    const row = (tally.endpoints[endpoint] ??= { accepted: 0, refused: 0 });
    const envelope = envelopeOf(answer);
    const isWriting = isEndpointName(endpoint) && isWrite(endpoint);
    if (envelope?.ok === true) row.accepted += 1;
    else if (envelope !== null) row.refused += 1;
    if (isWriting && envelope === null) tally.unanswered += 1;
    const code = envelope === null ? 'none' : envelope.ok ? 'ok' : envelope.error.code;
    const isExplained = this.chances.faulted.has(number);
    if (
      ['none', 'internal', 'not_deployed'].includes(code) &&
      answer.errCode !== DENIED &&
      !isExplained
    ) {
      this.findings.push(`${endpoint} was answered "${code}" without a fault`);
    }
  }
}
