// What may happen to a request of the SDK.
import type { Choices, RequestFault, WaitingRequest } from 'local-cloud/simulation';
import type { Dice } from '../histories/dice';

/**
 * Errors with which CloudBase answers the SDK: those of its own table that a database request can meet,
 * and those of transactions.
 */
const SDK_ERRORS: readonly (readonly [code: string, message: string])[] = [
  ['DATABASE_REQUEST_FAILED', '[ResourceUnavailable] the database does not answer'],
  ['DATABASE_INVALID_OPERRATOR', 'an invalid operator'],
  ['DATABASE_PERMISSION_DENIED', 'permission denied'],
  ['DATABASE_COLLECTION_NOT_EXIST', '[ResourceNotFound] Db or Table not exist'],
  [
    'DATABASE_TRANSACTION_CONFLICT',
    '[TransactionConflict] WriteConflict: Please retry your operation',
  ],
  ['DATABASE_TRANSACTION_FAIL', '[TransactionNotExist] Transaction does not exist on the server'],
  ['EXCEED_REQUEST_LIMIT', 'too many requests'],
  ['EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many requests at once'],
  ['INVALID_PARAM', 'an invalid parameter'],
  ['INVALID_COMMON_PARAM', 'an invalid common parameter'],
  ['INVALIID_ENV', 'an invalid environment'],
  ['INVALID_REQUEST_SOURCE', 'an invalid source'],
  ['RESOURCE_NOT_INITIAL', 'the resource is not initialised'],
  ['SERVER_TIMEOUT', 'the server ran out of time'],
  ['SIGN_EXPIRED', 'the signature has expired'],
  ['SYS_ERR', 'a system error'],
  ['DATABASE_REQUEST_FAILED', '[ResourceUnavailable.TransactionBusy] Transaction is busy'],
  ['DATABASE_REQUEST_FAILED', '[ResourceUnavailable.TransactionConflict] WriteConflict'],
];

/** Chances of a sequence, all from its dice. */
export class Chances implements Choices {
  /** Faults by kind. */
  readonly counts: Record<string, number> = {};
  /** Calls that met a fault. */
  readonly faulted = new Set<number>();
  /** Calls that meet none: the last tries of a person. */
  readonly calm = new Set<number>();

  /** @param rate probability of a fault, for each request */
  constructor(
    private readonly dice: Dice,
    public rate: number,
    /**
     * How often, beside 14 other faults, one that keeps locks: an instance that is killed, or waits for
     * longer than others try. Theirs are most of the requests of a run.
     */
    private readonly keepsLocks = 4,
  ) {}

  next(count: number): number {
    return this.dice.whole(0, count - 1);
  }

  latency(): number {
    return this.dice.whole(1, 30);
  }

  random(): number {
    return this.dice.fraction();
  }

  fault({ call }: WaitingRequest): RequestFault | null {
    if (this.rate === 0 || call === 0 || this.calm.has(call)) return null;
    if (!this.dice.chance(this.rate)) return null;
    const fault = this.anyFault();
    const name = fault.is === 'refused' ? fault.code : fault.is;
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    this.faulted.add(call);
    return fault;
  }

  private anyFault(): RequestFault {
    const { dice } = this;
    const kinds = { refused: 4, lost_answer: 3, lost_request: 2, given_up: 2, delayed: 3 };
    const kind = dice.weighted({ ...kinds, keepsLocks: this.keepsLocks });
    switch (kind) {
      case 'refused': {
        const [code, message] = dice.pick(SDK_ERRORS);
        return { is: kind, code, message };
      }
      case 'keepsLocks':
        return dice.chance(0.7)
          ? { is: 'killed', isDone: dice.chance(0.5) }
          : { is: 'delayed', ms: dice.pick([13_000, 31_000]) };
      case 'delayed':
        return { is: kind, ms: dice.pick([5, 50, 800]) };
      default:
        return { is: kind };
    }
  }
}
