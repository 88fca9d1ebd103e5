// Hostile inputs of every endpoint: nothing that its schema forbids is accepted, no refusal stores
// anything, and none is answered as an internal error.
import { setVerifier } from '../../demo/verifier-role';
import { isPublicKind } from '../../src/contract/endpoint';
import type { EndpointName } from '../../src/contract/endpoints';
import { Dice } from '../histories/dice';
import { accessTable } from '../testkit/access-table';
import { callAs, newKey, type TestCaller } from '../testkit/cloud';
import { DEFINITIONS, ENDPOINT_NAMES, isWrite } from '../testkit/endpoints';
import { inputsAbout, openStore, publish, sessionIn, type TestStore } from '../testkit/stores';
import type { SequenceResult } from './finding';
import { forbids, hostileInput } from './hostile';
import type { ProofCloud } from './proof-cloud';

const START = '2026-11-24T02:00:00.000Z';
const INPUTS = 150;

const FOR_VERIFIERS: ReadonlySet<string> = new Set(
  accessTable()
    .filter(({ needs }) => needs === 'verifier')
    .map(({ name }) => name),
);

/** Ids of a store that inputs are about. */
interface Known {
  readonly store: TestStore;
  readonly sessionIds: readonly string[];
  readonly entryId: string;
  readonly declarationId: string;
}

async function prepare(proof: ProofCloud): Promise<Known> {
  const store = await openStore(proof.cloud, 'owner');
  await publish(store);
  await setVerifier(proof.cloud, 'verifier', { name: '核对员', grantedAt: proof.now });
  const { owner, shopId, hostId } = store;
  const sessions = [];
  for (const state of ['ended', 'live', 'scheduled'] as const) {
    sessions.push(await sessionIn(store, state));
  }
  const sessionIds = sessions.map(({ id }) => id);
  const ids = { sessionId: sessionIds[0] ?? '', entryId: '', declarationId: '', version: 1 };
  const { entry } = await owner.ok('sales.record', inputsAbout(store, ids)['sales.record']);
  const declared = { shopId, hostId, fact: 'local_streamer', value: true, year: null } as const;
  const { facts } = await owner.ok('applicant.declare', declared);
  return { store, sessionIds, entryId: entry.id, declarationId: facts.at(-1)?.id ?? '' };
}

/** A person who is let in. */
function callerOf({ cloud }: ProofCloud, { owner }: TestStore, endpoint: EndpointName): TestCaller {
  if (isPublicKind(DEFINITIONS[endpoint].kind)) return callAs(cloud);
  return FOR_VERIFIERS.has(endpoint) ? callAs(cloud, 'verifier') : owner;
}

async function tryInput(
  proof: ProofCloud,
  known: Known,
  dice: Dice,
  endpoint: EndpointName,
): Promise<string | null> {
  const { store, sessionIds, entryId, declarationId } = known;
  const { input: schema, output } = DEFINITIONS[endpoint];
  const version = dice.whole(1, 3);
  const ids = { sessionId: dice.pick(sessionIds), entryId, declarationId, version };
  const ordinary = inputsAbout(store, ids)[endpoint];
  const input = dice.chance(0.1) ? ordinary : hostileInput(dice, ordinary);
  const caller = callerOf(proof, store, endpoint);
  const { stored } = proof;
  const answer = await caller.raw(endpoint, input, isWrite(endpoint) ? newKey() : null);
  proof.tally.inputs += 1;
  const shown = `${endpoint} ${JSON.stringify(input).slice(0, 600)}`;
  if (!answer.ok) {
    if (answer.error.code === 'internal') return `${shown} is answered "internal"`;
    return proof.stored === stored ? null : `${shown} is refused, and something is stored`;
  }
  // As the wire carries it: a field that is undefined is not there.
  const sent = JSON.parse(JSON.stringify(input ?? {})) as unknown;
  if (forbids(schema, sent)) return `${shown} is accepted, and the schema forbids it`;
  const isOutside = forbids(output, answer.data);
  return isOutside ? `${shown} is answered outside the contract` : null;
}

/** The endpoints of the contract in turn, so that each has its share of a run. */
async function play(proof: ProofCloud, dice: Dice, seed: number): Promise<string | null> {
  const known = await prepare(proof);
  for (let count = 0; count < INPUTS; count += 1) {
    const endpoint = ENDPOINT_NAMES[(seed * INPUTS + count) % ENDPOINT_NAMES.length];
    if (endpoint === undefined) throw new Error('a contract without endpoints');
    const problem = await tryInput(proof, known, dice, endpoint);
    if (problem !== null) return problem;
  }
  return null;
}

/** Sends the inputs of a seed. */
export async function runFuzz(proof: ProofCloud, seed: number): Promise<SequenceResult> {
  const dice = new Dice(seed + 3_000_003);
  return proof.sequence(seed, { dice, startAt: START, rate: 0 }, () => play(proof, dice, seed));
}
