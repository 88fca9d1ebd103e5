// Explains what people saw at once by an order in which it could have happened one by one.

/** When something began and ended, in ticks of one counter. */
export interface Interval {
  readonly began: number;
  readonly ended: number;
}

/** The search has tried so many orders that it would not end in time. */
class TooManyOrders extends Error {}

const MAX_TRIES = 20_000;

/**
 * The states to which operations may have led: one for each order in which every operation does what
 * was seen, and none goes before one that had ended when it began.
 * @param step the states to which an operation may lead; none when it would do something else
 */
export function* orders<State, Operation extends Interval>(
  start: State,
  operations: readonly Operation[],
  step: (state: State, operation: Operation) => readonly State[],
): Generator<State> {
  let tries = 0;
  function* after(state: State, left: readonly Operation[]): Generator<State> {
    if (left.length === 0) {
      yield state;
      return;
    }
    const bound = Math.min(...left.map(({ ended }) => ended));
    for (const operation of left.filter(({ began }) => began <= bound)) {
      tries += 1;
      if (tries > MAX_TRIES) throw new TooManyOrders(`more than ${String(MAX_TRIES)} orders`);
      const others = left.filter((other) => other !== operation);
      for (const next of step(state, operation)) yield* after(next, others);
    }
  }
  yield* after(start, operations);
}
