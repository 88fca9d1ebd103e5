// Runs a history against a cloud, step by step, and stops at the first difference.
import type { LocalCloud } from 'local-cloud';
import type { OutputOf } from '../../src/contract/endpoints';
import { apply } from './apply';
import { askLedger, lineOf, writeOf } from './answered';
import type { Played } from './answers';
import { type Book, entryWith, openBook } from './book';
import { chinaDay, daysFrom } from './calendar';
import { check, type Tally } from './check';
import { type Difference, differences } from './differences';
import { expectedLeft, expectedLine, expectedWrite, type Rules } from './expected';
import { isTooLargeTogether, type Outcome } from './outcome';
import { ClockOverrun, Player } from './player';
import { type Oddities, odditiesOf } from './recount-oddities';
import type { History, Label, StatingStep, Step } from './steps';

/** The first difference of a history. */
export interface Finding {
  /** Index of the step. */
  readonly index: number;
  readonly what: string;
  readonly differences: readonly Difference[];
}

/** What came of a history. */
export interface Run {
  readonly finding: Finding | null;
  /** Answers by their outcome, steps by kind, and refusals by code. */
  readonly counts: Readonly<Record<string, number>>;
}

const MAX_TRIES = 10;

/** Runs a history. A run in which the machine was slower than its clock allows starts again. */
export async function runHistory(
  cloud: LocalCloud,
  history: History,
  rules: Rules,
  person: string,
): Promise<Run> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const player = new Player(cloud, `${person}-${String(attempt)}`);
      await player.register(history);
      return await new Running(player, rules, openBook(history)).all(history.steps);
    } catch (cause) {
      if (!(cause instanceof ClockOverrun) || attempt === MAX_TRIES) throw cause;
    }
  }
}

type Writing = Exclude<Step, { do: 'check' }>;
type Attempted = Exclude<Outcome, { is: 'skipped' }>;

/** The last answer to a step, and what differs so far. */
interface Tried {
  readonly played: Played;
  readonly differences: Difference[];
}

function isUnconfirmed(step: Step): step is StatingStep {
  return step.isUnconfirmed === true;
}

class Running {
  private readonly tally: Tally = { compared: 0 };
  private readonly counts: Record<string, number> = {};

  constructor(
    private readonly player: Player,
    private readonly rules: Rules,
    private book: Book,
  ) {}

  async all(steps: readonly Step[]): Promise<Run> {
    for (const [index, step] of steps.entries()) {
      const found = await this.step(step).catch((cause: unknown) => {
        if (cause instanceof ClockOverrun || !(cause instanceof Error)) throw cause;
        return { what: cause.message, differences: [] };
      });
      if (found !== null) return this.ended({ index, ...found });
    }
    return this.ended(null);
  }

  private ended(finding: Finding | null): Run {
    return { finding, counts: { ...this.tally, ...this.counts } };
  }

  private count(name: string): void {
    this.counts[name] = (this.counts[name] ?? 0) + 1;
  }

  private async step(step: Step): Promise<Omit<Finding, 'index'> | null> {
    const outcome = apply(this.book, step);
    if (outcome.is === 'skipped') return null;
    this.count(step.do);
    if (step.do === 'check') {
      const { rules, tally } = this;
      return check(this.player, this.book, step, { rules, tally });
    }
    const { played, differences: found } = await this.play(step, outcome);
    this.tally.compared += 1;
    found.push(...(await this.compareWrite(step, outcome, played)));
    return found.length === 0 ? null : { what: `the answer of ${step.do}`, differences: found };
  }

  /** Plays a step; one that is refused as odd once more, confirmed. A refusal stores nothing. */
  private async play(step: Writing, outcome: Attempted): Promise<Tried> {
    const asked = isUnconfirmed(step) ? this.oddities(step, outcome) : null;
    const isAsked = asked !== null && (asked.sure.length > 0 || asked.mayBeMore);
    const isRefused = isAsked || (outcome.is === 'refused' && step.do === 'move');
    const before = isRefused ? this.player.stored() : null;
    const played =
      asked !== null && isUnconfirmed(step)
        ? await this.player.playUnconfirmed(step)
        : await this.player.play(step);
    const isKept = before === null || played.ok || this.player.stored() === before;
    const found = isKept ? [] : differences('as before', 'changed', 'what is stored');
    if (asked === null) return { played, differences: found };
    const oddities = played.ok ? [] : played.oddities;
    for (const oddity of oddities) this.count(`asked: ${oddity}`);
    const isAsExpected = asked.mayBeMore && asked.sure.every((each) => oddities.includes(each));
    if (!isAsExpected) found.push(...differences(asked.sure, oddities, 'asked'));
    const last = oddities.length > 0 ? await this.player.play(step) : played;
    return { played: last, differences: found };
  }

  /** What looks like a slip; an amount that is refused for another reason before is not asked about. */
  private oddities(step: StatingStep, outcome: Attempted): Oddities {
    const isReached = outcome.is === 'done' || outcome.code === 'sum_too_large';
    return isReached ? odditiesOf(this.book, step) : { sure: [], mayBeMore: false };
  }

  private async compareWrite(
    step: Step,
    outcome: Attempted,
    played: Played,
  ): Promise<Difference[]> {
    const expected = outcome.is === 'refused' ? outcome.code : 'accepted';
    const got = played.ok ? 'accepted' : played.code;
    if (isTooLargeTogether(outcome, played)) {
      this.count('refused: sum_too_large of hosts together');
      return [];
    }
    if (expected !== got) return [{ path: '', expected, got }];
    if (outcome.is === 'refused' || !played.ok) {
      this.count(`refused: ${expected}`);
      return [];
    }
    const { book: before } = this;
    this.book = outcome.book;
    if (step.do === 'moveSales') return this.nameMoved(step, before);
    if (step.do === 'backfill') return this.nameFigure(step);
    if (step.do === 'readFollowers') return this.compareReading(step, played);
    if (outcome.statement === null) return [];
    return this.compareMoney(step, outcome.statement, played);
  }

  /** A reading belongs to the host whose account it is, or to the store. */
  private compareReading(
    { account }: Extract<Step, { do: 'readFollowers' }>,
    { data }: Extract<Played, { ok: true }>,
  ): Difference[] {
    const owner = this.book.accounts.find(({ label }) => label === account)?.owner ?? null;
    const { hostId } = data as OutputOf<'applicant.recordFollowers'>;
    return differences(owner, this.player.labelOf(hostId), 'hostId');
  }

  private compareMoney(
    step: Step,
    label: Label,
    { data, warnings }: Extract<Played, { ok: true }>,
  ): Difference[] {
    const answer = data as OutputOf<'sales.record'> | OutputOf<'sales.move'>;
    const recordedAt = answer.entry.recordedAt;
    const { at } = step;
    const expected = {
      ...expectedWrite(this.book, label),
      left: step.do === 'move' ? expectedLeft(this.book, step.moved) : null,
    };
    const found = differences(expected, writeOf(this.player, answer, warnings));
    if (step.do === 'undo') return found;
    const seconds = (Date.parse(recordedAt) - Date.parse(at)) / 1000;
    const isNow = seconds >= 0 && daysFrom(chinaDay(at), chinaDay(recordedAt)) === 0;
    this.keepInstant(label, recordedAt);
    return isNow ? found : [...found, { path: 'recordedAt', expected: at, got: recordedAt }];
  }

  private keepInstant(label: Label, recordedAt: string): void {
    const statement = entryWith(this.book, label)?.statements.find((each) => each.label === label);
    if (statement !== undefined) statement.recordedAt = recordedAt;
  }

  /** What moved with its session has ids that only the ledger states. */
  private async nameMoved(
    { session, at }: Extract<Step, { do: 'moveSales' }>,
    before: Book,
  ): Promise<Difference[]> {
    const items = await askLedger(this.player, { session, month: null }, at);
    const unnamed = items.filter(({ id }) => this.player.labelOf(id) === id);
    const made = this.book.entries.slice(before.entries.length);
    const found = differences(made.length, unnamed.length, 'entries that moved');
    for (const entry of made) {
      const [statement] = entry.statements;
      if (statement === undefined) continue;
      const line = expectedLine(this.book, entry, statement);
      const index = unnamed.findIndex(
        (item) => differences(line, lineOf(this.player, item)).length === 0,
      );
      const [item] = unnamed.splice(Math.max(0, index), 1);
      if (index < 0) found.push({ path: statement.label, expected: line, got: item ?? null });
      this.player.name(statement.label, item?.id);
      if (item !== undefined) this.keepInstant(statement.label, item.recordedAt);
    }
    return found;
  }

  /** The figure of a back-filled session has an id that only the ledger states. */
  private async nameFigure(step: Extract<Step, { do: 'backfill' }>): Promise<Difference[]> {
    if (step.figure === null) return [];
    const items = await askLedger(this.player, { session: step.session, month: null }, step.at);
    this.player.name(step.figure.entry, items[0]?.id);
    return differences(1, items.length, 'entries of the new session');
  }
}
