import type { EntryKind, SELF_BASES, SoldFor } from '../../src/domain/sales/entry';
import type { FactKey } from '../../src/domain/incentive/facts';
import type { Platform } from '../../src/domain/shop/platform';
import type { LineOfBusiness } from '../../src/domain/shop/shop';

/** Names within a history, such as `h1`, `a2`, `s1` and `e3`; the cloud gives the real ids. */
export type Label = string;

/** An amount as a person states it. */
export interface Amount {
  readonly kind: EntryKind;
  readonly amountFen: number;
  /** China day of the refund, where it is known. */
  readonly returnedOn: string | null;
  readonly basis: (typeof SELF_BASES)[number];
  readonly source: string | null;
  readonly soldFor: SoldFor | null;
}

/**
 * Where an amount belongs, and who sold it; `host` null names no host: the only one of the session or of
 * a streamer's own store is meant.
 */
export type Target =
  | { readonly in: 'session'; readonly session: Label; readonly host: Label | null }
  | {
      readonly in: 'day';
      readonly host: Label | null;
      readonly account: Label | null;
      readonly bookedOn: string;
    };

/** When a session that is entered afterwards took place. */
export type When =
  | { readonly precision: 'day'; readonly day: string }
  | { readonly precision: 'instant'; readonly startedAt: string; readonly endedAt: string };

/** A question for progress: of a host or (null) of the store, now or at the end of a day. */
export interface Question {
  readonly host: Label | null;
  readonly year: number;
  readonly asOf: string | null;
}

/** What a step does. */
export type Action =
  | {
      readonly do: 'addHost';
      readonly host: Label;
      /** The host's own account; null for none. */
      readonly account: { readonly label: Label; readonly platform: Platform } | null;
    }
  | {
      readonly do: 'addAccount';
      readonly account: Label;
      readonly platform: Platform;
      /** null: the store's, shared by its hosts. */
      readonly owner: Label | null;
    }
  | {
      readonly do: 'backfill';
      readonly session: Label;
      /** The session after whose label it is titled: itself, or an earlier one. */
      readonly titled: Label;
      /** The main one first. */
      readonly hosts: readonly Label[];
      readonly account: Label | null;
      readonly when: When;
      readonly figure: { readonly entry: Label; readonly amount: Amount } | null;
    }
  | {
      readonly do: 'plan';
      readonly session: Label;
      /** The main one first. */
      readonly hosts: readonly Label[];
      readonly account: Label | null;
      readonly startAt: string;
      readonly endAt: string;
    }
  | { readonly do: 'goLive' | 'end'; readonly session: Label; readonly tappedFor: string | null }
  | { readonly do: 'cancel'; readonly session: Label }
  | { readonly do: 'undoStep'; readonly session: Label }
  | { readonly do: 'moveSales'; readonly session: Label }
  | {
      readonly do: 'correct';
      readonly session: Label;
      readonly startedAt: string;
      readonly endedAt: string;
      readonly withSales: boolean;
    }
  | {
      readonly do: 'record';
      readonly entry: Label;
      readonly target: Target;
      readonly amount: Amount;
    }
  | {
      readonly do: 'replace';
      readonly entry: Label;
      readonly replaced: Label;
      readonly amount: Amount;
    }
  | { readonly do: 'undo'; readonly entry: Label; readonly isWhole: boolean }
  | {
      readonly do: 'move';
      readonly entry: Label;
      readonly moved: Label;
      readonly target: Target;
      /** What is stated at the target. */
      readonly amount: Amount;
    }
  | {
      readonly do: 'readFollowers';
      readonly account: Label;
      readonly count: number;
      readonly readOn: string;
    }
  | {
      readonly do: 'declare';
      readonly declaration: Label;
      readonly host: Label | null;
      readonly fact: FactKey;
      readonly value: number | boolean;
      readonly year: number | null;
    }
  | { readonly do: 'withdraw'; readonly declaration: Label; readonly host: Label | null }
  | { readonly do: 'publish' }
  | {
      readonly do: 'check';
      readonly questions: readonly Question[];
      /** Whether the lists, the hosts and the public pages are compared too. */
      readonly isFull: boolean;
    };

/** One step of a history at an instant of the cloud's clock. */
export type Step = Action & {
  readonly at: string;
  /** Whether the same call is sent again with the same request key, and again for something else. */
  readonly isRepeated?: boolean;
  /**
   * Whether it is first sent without confirming what looks like a slip, and confirmed with another
   * key if it is refused for that.
   */
  readonly isUnconfirmed?: boolean;
};

/** A step that states an amount, or a session that took place. */
export type StatingStep = Extract<Step, { do: 'record' | 'replace' | 'move' | 'backfill' }>;

/** A history of one store. */
export interface History {
  readonly seed: number;
  readonly line: LineOfBusiness;
  /** Platform of the account with which the store is registered, `a0`. */
  readonly platform: Platform;
  readonly registeredAt: string;
  readonly steps: readonly Step[];
}

/** The host of a streamer's own store. */
export const SELF: Label = 'h0';
/** The account with which a store is registered. */
export const FIRST_ACCOUNT: Label = 'a0';
/** The most hosts of one session. */
export const MAX_HOSTS = 10;
/** The largest exact amount, 2^53−1 fen. */
export const MAX_AMOUNT = 9_007_199_254_740_991;
