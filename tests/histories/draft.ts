// A history that is being made, beside the book that it leads to.
import { apply } from './apply';
import { type Book, openBook } from './book';
import { chinaDay, dayAfter, firstInstantOf, later, yearIn } from './calendar';
import type { Dice } from './dice';
import type { Flavour } from './flavours';
import type { Action, History, Label, Step } from './steps';

const SECOND = 1000;
/** A minute in milliseconds. */
export const MINUTE = 60 * SECOND;
/** An hour in milliseconds. */
export const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Manner = Pick<Step, 'isRepeated' | 'isUnconfirmed'>;

/** A history that is being made. */
export class Draft {
  readonly steps: Step[] = [];
  book: Book;
  private now: string;
  private made = { labels: 0 };

  constructor(
    readonly dice: Dice,
    readonly flavour: Flavour,
    readonly about: Omit<History, 'steps'>,
  ) {
    this.book = openBook(about);
    this.now = about.registeredAt;
  }

  get at(): string {
    return this.now;
  }

  get today(): string {
    return chinaDay(this.now);
  }

  label(letter: string): Label {
    this.made.labels += 1;
    return `${letter}${String(this.made.labels)}`;
  }

  /** A draft from here on of another person, who sees the book as it is and knows no later step. */
  fork(): Draft {
    const fork = new Draft(this.dice, this.flavour, this.about);
    fork.book = this.book;
    fork.now = this.now;
    fork.made = this.made;
    return fork;
  }

  /** Adds a step, and what it does to the book. */
  add(action: Action, manner: Manner = {}): void {
    const step: Step = { ...action, at: this.now, ...manner };
    const outcome = apply(this.book, step);
    this.steps.push(step);
    if (outcome.is === 'done') this.book = outcome.book;
    // The clock runs on while a call is answered, and never back.
    this.now = later(this.now, SECOND);
  }

  /** Lets time pass: seconds, days, a year, or to an edge of a China day or year. */
  pass(): void {
    const { dice, now } = this;
    switch (dice.weighted({ minutes: 4, hours: 4, days: 4, midnight: 3, year: 1.2, months: 1 })) {
      case 'minutes':
        return this.to(later(now, dice.whole(1, 40) * MINUTE));
      case 'hours':
        return this.to(later(now, dice.whole(1, 20) * HOUR));
      case 'days':
        return this.to(later(now, dice.whole(1, 25) * DAY));
      case 'months':
        return this.to(later(now, dice.whole(40, 200) * DAY));
      case 'midnight':
        return this.toEdge(dayAfter(this.today, 1));
      case 'year':
        return this.toEdge(`${String(yearIn(this.today) + 1)}-01-01`);
    }
  }

  /** The last second before a China day or its first instant. */
  private toEdge(day: string): void {
    const first = firstInstantOf(day);
    this.to(later(first, this.dice.pick([-2, -1, -1, 0]) * SECOND));
  }

  /** Sets the clock to a later instant. */
  to(instant: string): void {
    if (instant > this.now) this.now = instant;
  }
}
