// What a history asks for when its answers are compared.
import { type Book } from './book';
import { chinaDay, dayAfter, yearIn } from './calendar';
import type { Dice } from './dice';
import type { Action, History, Label, Question, Step } from './steps';

/** The part of a history so far that questions are about. */
interface Asked {
  readonly dice: Dice;
  readonly book: Book;
  readonly today: string;
  readonly about: Omit<History, 'steps'>;
  readonly steps: readonly Step[];
}

function subjectsOf({ book, about }: Asked): (Label | null)[] {
  return about.line === 'streamer' ? [null] : [null, ...book.hosts];
}

function yearsOf({ book, today }: Asked): number[] {
  const years = book.entries.map(({ bookedOn }) => yearIn(bookedOn));
  return [...new Set([...years, yearIn(today)])];
}

/** The end of a day on which something happened, of the day before, or of today. */
function anyEvening({ dice, today, steps, about }: Asked): string {
  const days = steps.map(({ at }) => chinaDay(at));
  const day = dice.pick([...days, today, chinaDay(about.registeredAt)]);
  return dice.chance(0.2) ? dayAfter(day, -1) : day;
}

function anyQuestion(asked: Asked, isPast: boolean): Question {
  const { dice } = asked;
  return {
    host: dice.pick(subjectsOf(asked)),
    year: dice.pick(yearsOf(asked)),
    asOf: isPast ? anyEvening(asked) : null,
  };
}

/** Some questions at a point of a history. */
export function questionsOf(asked: Asked, count: number): Question[] {
  return Array.from({ length: count }, (_, index) => anyQuestion(asked, index > 0));
}

/** The comparison at the end: every subject in every year, as far as a few calls allow. */
export function finalCheck(asked: Asked): Action {
  const { dice } = asked;
  // The hosts before the store: only a host's answer has a settled part.
  const all = subjectsOf(asked)
    .reverse()
    .flatMap((host) => yearsOf(asked).map((year): Question => ({ host, year, asOf: null })));
  const chosen = all.length <= 3 ? all : Array.from({ length: 3 }, () => dice.pick(all));
  const past = Array.from({ length: 2 }, () => anyQuestion(asked, true));
  return { do: 'check', questions: [...chosen, ...past], isFull: true };
}
