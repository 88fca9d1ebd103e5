// Many writes of two phones on each of two stores, with faults: each is stored once, and the sums and versions
// are those of a list that adds up what was acknowledged.
import { recount } from '../../scripts/recount/recount';
import type { EndpointName, InputOf, OutputOf } from '../../src/contract/endpoints';
import type { Envelope } from '../../src/contract/envelope';
import { Dice } from '../histories/dice';
import { buildCorrection, buildPaid } from '../testkit/builders';
import { contentOf, newKey } from '../testkit/cloud';
import { openStore, sessionIn, type TestStore } from '../testkit/stores';
import type { SequenceResult } from './finding';
import type { ProofCloud } from './proof-cloud';

const START = '2026-11-24T02:00:00.000Z';
const STORES = 2;
const PHONES = 2;
const WRITES = 100;
const FAULT_RATE = 0.015;
/** Few faults that keep locks: all others of a store wait for them. */
const KEEPS_LOCKS = 0.2;

/** An amount that counts, by its latest id. */
interface Standing {
  readonly place: string;
  readonly amountFen: number;
}

interface Sent {
  readonly endpoint: string;
  readonly input: unknown;
  readonly key: string;
  readonly answer: Envelope<unknown>;
}

/** What a phone states, and has stated. */
class Phone {
  readonly sent: Sent[] = [];
  readonly standing = new Map<string, Standing>();
  version = 1;
  isRetired = false;

  /** @param hostId a host who presents nothing, whom only this phone changes */
  constructor(
    private readonly proof: ProofCloud,
    private readonly dice: Dice,
    private readonly store: TestStore,
    private readonly sessionIds: readonly string[],
    readonly hostId: string,
  ) {}

  /** Changes the host, records an amount, or corrects or undoes one of its own. @returns what is wrong */
  async write(): Promise<string | null> {
    const { dice, store } = this;
    const { shopId } = store;
    const own = [...this.standing.keys()];
    const amountFen = dice.whole(1, 1_000_000);
    const kinds = { record: 7, replace: own.length > 0 ? 2 : 0, undo: own.length > 0 ? 1 : 0 };
    switch (dice.weighted({ ...kinds, retire: 10 })) {
      case 'retire': {
        const { hostId, version, isRetired } = this;
        const input = { hostId, version, isRetired: !isRetired };
        return this.send('host.retire', input, ({ host }) => Object.assign(this, host));
      }
      case 'record': {
        const place = dice.pick([...this.sessionIds, '2026-11-22', '2026-11-23']);
        const input = buildPaid(shopId, place, { amountFen, ...this.targetOf(place) });
        return this.send('sales.record', input, ({ entry }) =>
          this.standing.set(entry.id, { place, amountFen }),
        );
      }
      case 'replace': {
        const entryId = dice.pick(own);
        const { place = '' } = this.standing.get(entryId) ?? {};
        const input = buildCorrection(shopId, entryId, { amountFen });
        return this.send('sales.replace', input, ({ entry }) => {
          this.standing.delete(entryId);
          this.standing.set(entry.id, { place, amountFen });
        });
      }
      case 'undo': {
        const entryId = dice.pick(own);
        const input = { shopId, entryId, isWhole: true };
        return this.send('sales.undo', input, () => this.standing.delete(entryId));
      }
    }
  }

  private targetOf(place: string) {
    const { hostId, accountId } = this.store;
    if (this.sessionIds.includes(place)) return {};
    return { target: { of: 'day' as const, bookedOn: place, hostId, accountId } };
  }

  private async send<N extends EndpointName>(
    endpoint: N,
    input: InputOf<N>,
    keep: (data: OutputOf<N>) => unknown,
  ): Promise<string | null> {
    const key = newKey();
    const answer = await this.store.owner.raw(endpoint, input, key);
    // A hot store may be busy for longer than anyone tries: nothing is stored then.
    if (!answer.ok && answer.error.code === 'busy') return null;
    if (!answer.ok) return `${endpoint} is refused: ${JSON.stringify(answer.error)}`;
    keep(answer.data as OutputOf<N>);
    this.sent.push({ endpoint, input, key, answer });
    this.proof.tally.explained += 1;
    return null;
  }
}

async function playStore(proof: ProofCloud, dice: Dice, person: string): Promise<string | null> {
  const { hostId: _none, ...shop } = await openStore(proof.cloud, person, {
    lineOfBusiness: 'mcn',
  });
  const hostIds: string[] = [];
  for (let count = 0; count <= PHONES; count += 1) {
    const added = { shopId: shop.shopId, name: `主播 ${String(count)}`, account: null };
    hostIds.push((await shop.owner.ok('host.add', added)).host.id);
  }
  const [hostId = '', ...others] = hostIds;
  const store = { ...shop, hostId };
  const sessions = [await sessionIn(store, 'ended'), await sessionIn(store, 'live')];
  const sessionIds = sessions.map(({ id }) => id);
  const phones = others.map((other) => new Phone(proof, dice, store, sessionIds, other));
  proof.tally.rounds += 1;
  const problems = await Promise.all(
    phones.map(async (phone) => {
      for (let count = 0; count < WRITES; count += 1) {
        const problem = await phone.write();
        if (problem !== null) return problem;
      }
      return null;
    }),
  );
  const [problem] = problems.flatMap((each) => each ?? []);
  return problem ?? compare(proof, store, sessionIds, phones);
}

async function play(proof: ProofCloud, dice: Dice): Promise<string | null> {
  const problems = await Promise.all(
    Array.from({ length: STORES }, (_, index) => playStore(proof, dice, `owner-${String(index)}`)),
  );
  const [problem = null] = problems.flatMap((each) => each ?? []);
  if (problem !== null) return problem;
  await proof.simulation.idle();
  return recount(proof.cloud.database).differences > 0
    ? 'kept sums are not those of the ledger'
    : null;
}

async function compare(
  proof: ProofCloud,
  { owner, shopId }: TestStore,
  sessionIds: readonly string[],
  phones: readonly Phone[],
): Promise<string | null> {
  const standing = phones.flatMap((phone) => [...phone.standing.values()]);
  for (const sessionId of sessionIds) {
    const { session } = await owner.ok('liveSession.get', { sessionId });
    const amounts = standing.filter(({ place }) => place === sessionId);
    const sum = amounts.reduce((total, { amountFen }) => total + amountFen, 0);
    const { paidFen, entryCount } = session.figures;
    if ((paidFen ?? 0) !== sum || entryCount !== amounts.length) {
      proof.tally.lost += Math.max(0, amounts.length - entryCount);
      return `a session shows ${JSON.stringify(session.figures)}, acknowledged were ${String(sum)}`;
    }
    proof.tally.compared += 1;
  }
  const { hosts } = await owner.ok('host.list', { shopId });
  for (const { hostId, version, sent } of phones) {
    const changes = sent.filter(({ endpoint }) => endpoint === 'host.retire').length;
    const kept = hosts.find(({ id }) => id === hostId)?.version ?? 0;
    if (kept !== 1 + changes || kept !== version) {
      proof.tally.lost += Math.max(0, 1 + changes - kept);
      return `a host has version ${String(kept)}, acknowledged were ${String(changes)} changes`;
    }
    proof.tally.compared += 1;
  }
  const all = phones.flatMap(({ sent }) => sent);
  for (const { endpoint, input, key, answer } of all.filter((_sent, index) => index % 10 === 0)) {
    const again = await owner.raw(endpoint, input, key);
    if (JSON.stringify(contentOf(again)) !== JSON.stringify(contentOf(answer))) {
      return `a repeat of ${endpoint} is answered ${JSON.stringify(again)}`;
    }
    proof.tally.compared += 1;
  }
  return null;
}

/** Plays the burst of a seed. */
export async function runBurst(proof: ProofCloud, seed: number): Promise<SequenceResult> {
  const dice = new Dice(seed + 6_000_003);
  return proof.sequence(
    seed,
    { dice, startAt: START, rate: FAULT_RATE, keepsLocks: KEEPS_LOCKS },
    () => play(proof, dice),
  );
}
