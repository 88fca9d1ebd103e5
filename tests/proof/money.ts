// Several people record, correct, move and undo at once in one store. What each of them is answered must
// follow from some order of their actions, by the model of the histories, and what is stored afterwards
// from the same order.
import type { OutputOf } from '../../src/contract/endpoints';
import { apply } from '../histories/apply';
import { askLedger, lineOf, writeOf } from '../histories/answered';
import type { Played } from '../histories/answers';
import { type Book, entryWith, openBook } from '../histories/book';
import { chinaDay, yearIn } from '../histories/calendar';
import { check } from '../histories/check';
import { differences } from '../histories/differences';
import { Dice } from '../histories/dice';
import type { Draft } from '../histories/draft';
import { expectedLeft, expectedLine, expectedWrite } from '../histories/expected';
import { addAny, begin, openDraft } from '../histories/generate';
import { isTooLargeTogether } from '../histories/outcome';
import { finalCheck } from '../histories/questions';
import { Player } from '../histories/player';
import { RULES } from '../histories/rules';
import type { Label, Step } from '../histories/steps';
import { giveRole } from '../testkit/people';
import type { SequenceResult } from './finding';
import { type Interval, orders } from './linearize';
import type { ProofCloud } from './proof-cloud';

type Writing = Exclude<Step, { do: 'check' }>;

/** A step as it was played. */
interface Done extends Interval {
  readonly step: Writing;
  readonly played: Played;
  readonly ats: readonly string[];
}

/** A player whose clock only runs on, and who lets time pass while the others wait for nothing. */
class PatientPlayer extends Player {
  proof: ProofCloud | null = null;

  override beside(person: string): PatientPlayer {
    return Object.assign(super.beside(person) as PatientPlayer, { proof: this.proof });
  }

  override async during<T>(at: string, work: () => Promise<T>): Promise<T> {
    await this.proof?.reach(at);
    return work();
  }
}

const PEOPLE = ['owner', 'partner', 'operator', 'clerk'] as const;

/** Gives the others their places in the store. */
async function admit({ cloud, shopId }: Player, now: string): Promise<void> {
  for (const person of PEOPLE.slice(1)) {
    const role = person === 'partner' ? 'owner' : 'operator';
    await giveRole(cloud, { shopId, person, role, joinedAt: now });
  }
}

/** Refusals that the model does not know: nothing happened, and the person may try again. */
const OTHERWISE = ['busy', 'stale_version', 'odd_step'];

function isExplained(book: Book, { step, played }: Done, player: Player): boolean {
  if (!played.ok || step.do === 'addAccount' || step.do === 'publish') return true;
  const label = 'entry' in step ? step.entry : null;
  if (label === null || !('entry' in (played.data as object))) return true;
  const answer = played.data as OutputOf<'sales.record'> | OutputOf<'sales.move'>;
  const expected = {
    ...expectedWrite(book, label),
    left: step.do === 'move' ? expectedLeft(book, step.moved) : null,
  };
  return differences(expected, writeOf(player, answer, played.warnings)).length === 0;
}

/** Keeps the instant that the cloud states. */
function keepInstant(book: Book, label: Label, recordedAt: string): void {
  const statement = entryWith(book, label)?.statements.find((each) => each.label === label);
  if (statement !== undefined) statement.recordedAt = recordedAt;
}

/** The books to which a step may have led, if it was answered so. */
function booksAfter(book: Book, done: Done, player: Player): Book[] {
  const { played, ats } = done;
  if (!played.ok && OTHERWISE.includes(played.code)) return [book];
  return [...new Set(ats)].flatMap((at) => {
    const step: Step = { ...done.step, at };
    const outcome = apply(book, step);
    if (outcome.is === 'skipped') return played.ok ? [] : [book];
    if (isTooLargeTogether(outcome, played)) return [book];
    const expected = outcome.is === 'refused' ? outcome.code : 'accepted';
    if (expected !== (played.ok ? 'accepted' : played.code)) return [];
    if (outcome.is === 'refused' || !played.ok) return [book];
    const answer = played.data as { entry?: { recordedAt: string } } | null;
    if ('entry' in step && step.do !== 'undo' && answer?.entry !== undefined) {
      keepInstant(outcome.book, step.entry, answer.entry.recordedAt);
    }
    return isExplained(outcome.book, done, player) ? [outcome.book] : [];
  });
}

/** A change is never before the changes that it follows: it may also be of the instant of one of them. */
function withInstantsBefore(done: Done, all: readonly Done[]): Done {
  const before = all.filter((other) => other.began < done.ended).flatMap(({ ats }) => ats);
  return { ...done, ats: [...new Set([...done.ats, ...before.filter((at) => at > done.ats[0]!)])] };
}

class Sequence {
  private book: Book;

  constructor(
    private readonly proof: ProofCloud,
    private readonly draft: Draft,
    private readonly players: readonly Player[],
  ) {
    this.book = openBook(draft.about);
  }

  /** Plays the steps of several people at once. @returns what no order explains */
  async round(parts: readonly (readonly Writing[])[]): Promise<string | null> {
    const { proof } = this;
    const all = await Promise.all(
      parts.map((steps, index) => this.playPart(this.playerAt(index), steps)),
    );
    const done = all.flat();
    proof.tally.rounds += parts.length > 1 ? 1 : 0;
    return proof.calmly(async () => this.explain(done));
  }

  async finish(): Promise<string | null> {
    const { proof, draft, book } = this;
    draft.to(proof.now);
    const step = { ...finalCheck(draft), at: proof.now } as Extract<Step, { do: 'check' }>;
    return proof.calmly(() => this.compare(book, step));
  }

  private playerAt(index: number): Player {
    const player = this.players[index % this.players.length];
    if (player === undefined) throw new Error('a store without people');
    return player;
  }

  private async playPart(player: Player, steps: readonly Writing[]): Promise<Done[]> {
    const done: Done[] = [];
    for (const step of steps) {
      const began = this.proof.tick();
      const played = await player.play(step).catch((cause: unknown) => {
        // A step about something that was never made, because an earlier one was refused.
        if (cause instanceof Error && cause.message.endsWith('has no id')) return null;
        throw cause;
      });
      if (played === null) continue;
      const person = PEOPLE[this.players.indexOf(player)] ?? '';
      const ats = this.proof.lastSending(person)?.ats ?? [this.proof.now];
      done.push({ step, played, began, ended: this.proof.tick(), ats });
    }
    return done;
  }

  /** Finds an order that explains answers and stored data, and takes its book over. */
  private async explain(done: readonly Done[]): Promise<string | null> {
    const [player] = this.players;
    if (player === undefined) return null;
    let seen: string | null = null;
    for (const tried of [done, done.map((each) => withInstantsBefore(each, done))]) {
      const found = orders(this.book, tried, (book, each) => booksAfter(book, each, player));
      for (const candidate of found) {
        const book = structuredClone(candidate);
        const problem =
          (await this.nameNew(player, book)) ?? (await this.compareStored(book, tried));
        if (problem === null) {
          this.take(book, done.length);
          return null;
        }
        seen ??= problem;
      }
    }
    return seen ?? `no order explains ${JSON.stringify(done.map(shown))}`;
  }

  private take(book: Book, explained: number): void {
    this.book = book;
    this.draft.book = book;
    this.draft.to(this.proof.now);
    this.proof.tally.explained += explained;
  }

  /** Gives names to entries whose ids only the ledger states. */
  private async nameNew(player: Player, book: Book): Promise<string | null> {
    const unnamed = book.entries.flatMap((entry) =>
      entry.statements
        .filter(({ label }) => !player.has(label))
        .map((statement) => ({ entry, statement })),
    );
    if (unnamed.length === 0) return null;
    const items = await askLedger(player, { session: null, month: null }, this.proof.now);
    const left = items.filter(({ id }) => player.labelOf(id) === id);
    for (const { entry, statement } of unnamed) {
      const line = expectedLine(book, entry, statement);
      const index = left.findIndex((item) => differences(line, lineOf(player, item)).length === 0);
      const [item] = index < 0 ? [] : left.splice(index, 1);
      if (item === undefined) return `the ledger lacks ${JSON.stringify(line)}`;
      player.name(statement.label, item.id);
      statement.recordedAt = item.recordedAt;
    }
    return null;
  }

  /** Sessions and ledger; readings and declarations are seen in the progress of their years alone. */
  private compareStored(book: Book, done: readonly Done[]): Promise<string | null> {
    const at = this.proof.now;
    const years = done.flatMap(({ step }) => {
      if (step.do === 'readFollowers') return [yearIn(step.readOn)];
      return step.do === 'declare' || step.do === 'withdraw' ? [yearIn(chinaDay(at))] : [];
    });
    const subjects = book.line === 'streamer' ? [null] : [null, ...book.hosts];
    const questions = [...new Set(years)].flatMap((year) =>
      subjects.map((host) => ({ host, year, asOf: null })),
    );
    // A try before midnight and one after it differ in the answer for the day before, whatever year it
    // is about.
    const evenings = [...new Set(done.flatMap(({ ats }) => ats.map(chinaDay)))].sort().slice(0, -1);
    const booked = [...new Set(book.entries.map(({ bookedOn }) => yearIn(bookedOn)))];
    const earlier = evenings.flatMap((asOf) =>
      [...new Set([yearIn(asOf), ...booked])].flatMap((year) =>
        subjects.map((host) => ({ host, year, asOf })),
      ),
    );
    const asked = [...questions, ...earlier];
    return this.compare(book, { do: 'check', questions: asked, isFull: true, at });
  }

  private async compare(book: Book, step: Extract<Step, { do: 'check' }>): Promise<string | null> {
    const [player] = this.players;
    if (player === undefined) return null;
    const tally = { compared: 0 };
    const found = await check(player, book, step, { rules: RULES, tally });
    this.proof.tally.compared += tally.compared;
    if (found === null) return null;
    return `${found.what}: ${JSON.stringify(found.differences.slice(0, 5))}`;
  }
}

function shown({ step, played, began, ended, ats }: Done): unknown {
  return [began, ended, ats, step, played.ok ? 'accepted' : played.code];
}

function isWriting(step: Step): step is Writing {
  return step.do !== 'check';
}

/** The steps of a fork, none of them unconfirmed: the model of one book asks about amounts before it. */
function stepsOf(draft: Draft): Writing[] {
  return draft.steps.filter(isWriting).map(({ isUnconfirmed: _asked, ...step }) => step);
}

async function play(proof: ProofCloud, draft: Draft, rounds: number): Promise<string | null> {
  const { dice } = draft;
  const owner = Object.assign(new PatientPlayer(proof.cloud, PEOPLE[0]), { proof });
  await owner.register({ ...draft.about, steps: [] });
  await admit(owner, proof.now);
  const players = PEOPLE.map((person, index) => (index === 0 ? owner : owner.beside(person)));
  const sequence = new Sequence(proof, draft, players);
  begin(draft);
  for (const step of stepsOf(draft)) {
    const problem = await sequence.round([[step]]);
    if (problem !== null) return problem;
  }
  for (let index = 0; index < rounds; index += 1) {
    if (dice.chance(0.6)) draft.pass();
    const people = Number(dice.weighted({ '1': 2, '2': 4, '3': 3, '4': 1 }));
    const forks = Array.from({ length: people }, () => draft.fork());
    for (const fork of forks) addAny(fork);
    const problem = await sequence.round(forks.map(stepsOf));
    if (problem !== null) return problem;
  }
  return sequence.finish();
}

/** Plays the sequence of a seed. */
export async function runMoney(proof: ProofCloud, seed: number): Promise<SequenceResult> {
  const draft = openDraft(seed);
  const { registeredAt: startAt } = draft.about;
  const dice = new Dice(seed + 1_000_003);
  const rate = dice.chance(0.5) ? 0.03 : 0;
  return proof.sequence(seed, { dice, startAt, rate }, () => play(proof, draft, dice.whole(4, 9)));
}
