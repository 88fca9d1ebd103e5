import { makeAutoObservable, observableRef } from 'mobx';

import type { CheckedInputOf, OutputOf, WriteName } from '../../contract/endpoints';
import type { CallError } from '../../contract/envelope';
import { mayRetry, type Result } from '../result';
import type { Try } from './draft-box';
import type { FieldsOf } from './typed';

/** Another input in place of one that is stored. */
export interface StoredChange<N extends WriteName> {
  /** The answer of the stored write. */
  stored: OutputOf<N>;
  /** The input that is stored. */
  storedInput: CheckedInputOf<N>;
  input: CheckedInputOf<N>;
  requestKey: string;
}

/** What an earlier try of a form turned out to have stored. */
export interface EarlierWrite<N extends WriteName> {
  stored: OutputOf<N>;
  /** Whether what was changed since stands in its place now; else it stands as it was sent. */
  isReplaced: boolean;
}

/** How the writes of a form are sent. */
export interface Sending<N extends WriteName> {
  /** The checked input of fields; null when they cannot be sent. */
  inputOf: (fields: FieldsOf<N>) => CheckedInputOf<N> | null;
  send: (input: CheckedInputOf<N>, requestKey: string) => Promise<Result<OutputOf<N>>>;
  /** null: what is stored cannot be changed here. */
  changeStored: (change: StoredChange<N>) => Promise<Result<OutputOf<N>>> | null;
}

const NOT_SENDABLE = { ok: false, error: { code: 'invalid_input', requestId: '' } } as const;

/**
 * The writes of one form that may be stored, oldest first; each changes the one before it. A try
 * that was refused for certain is none. What became of one is found out by sending it again under
 * its key, which the cloud answers with its first answer.
 */
export class Tries<N extends WriteName> {
  private list: readonly Try<FieldsOf<N>>[] = [];
  /** How many of the list are known to be stored. */
  private settled = 0;
  /** How many of the list were sent and left without a certain answer. */
  private unanswered = 0;
  /** The answer of the last one that is known to be stored. */
  stored: OutputOf<N> | null = null;
  /** What the last one changed, or what stands because it cannot be changed. */
  earlier: EarlierWrite<N> | null = null;

  constructor(private readonly sending: Sending<N>) {
    makeAutoObservable<this, 'sending' | 'list'>(this, {
      sending: false,
      list: observableRef,
      stored: observableRef,
      earlier: observableRef,
    });
  }

  /** As kept on the device. */
  get kept(): readonly Try<FieldsOf<N>>[] {
    return this.list;
  }

  /** The fields as they were last sent; null when nothing was. */
  get fields(): FieldsOf<N> | null {
    return this.list[this.list.length - 1]?.fields ?? null;
  }

  /** Whether it is not known of one whether it is stored. */
  get isOpen(): boolean {
    return this.settled < this.list.length;
  }

  /**
   * Whether a write may be stored whose answer is missing, also while it is being asked for again.
   * A write that is being sent for the first time is not in doubt.
   */
  get isInDoubt(): boolean {
    return this.isOpen && this.settled < this.unanswered;
  }

  /** Takes up what was kept; until it is asked for again, nothing of it is known to be stored. */
  reset(kept: readonly Try<FieldsOf<N>>[] = []): void {
    this.list = kept;
    this.settled = 0;
    this.unanswered = kept.length;
    this.stored = null;
    this.earlier = null;
  }

  /** The next write. Every earlier one must be settled. */
  add(fields: FieldsOf<N>, requestKey: string): void {
    this.list = [...this.list, { fields, requestKey }];
  }

  /** Sends what is open, oldest first; the answer of the last one, or the first failure. */
  async settle(): Promise<Result<OutputOf<N>>> {
    let result: Result<OutputOf<N>> | null = null;
    while (this.isOpen) {
      result = await this.carry();
      if (!result.ok) return this.failed(result.error);
    }
    return result ?? this.standing();
  }

  /** Sends the oldest open one. */
  private async carry(): Promise<Result<OutputOf<N>>> {
    const input = this.inputAt(this.settled);
    const requestKey = this.list[this.settled]?.requestKey;
    if (input === null || requestKey === undefined) return NOT_SENDABLE;
    const { stored } = this;
    const storedInput = this.inputAt(this.settled - 1);
    const sending =
      stored === null || storedInput === null
        ? this.sending.send(input, requestKey)
        : this.sending.changeStored({ stored, storedInput, input, requestKey });
    if (sending === null) return this.leaveAsStored();
    const result = await sending;
    if (result.ok) this.took(result.data);
    return result;
  }

  private inputAt(index: number): CheckedInputOf<N> | null {
    const tried = this.list[index];
    return tried === undefined ? null : this.sending.inputOf(tried.fields);
  }

  private took(data: OutputOf<N>): void {
    this.earlier = this.stored === null ? null : { stored: this.stored, isReplaced: true };
    this.stored = data;
    this.settled += 1;
  }

  private leaveAsStored(): Result<OutputOf<N>> {
    this.list = this.list.slice(0, this.settled);
    if (this.stored !== null) this.earlier = { stored: this.stored, isReplaced: false };
    return this.standing();
  }

  /** A refusal for certain ends a try, unless a later one was sent on the strength of it. */
  private failed(error: CallError): Result<OutputOf<N>> {
    const isLast = this.settled === this.list.length - 1;
    if (isLast && !mayRetry(error)) this.list = this.list.slice(0, -1);
    // The later ones changed a record that is no longer known here.
    else if (error.code === 'already_stored') this.list = [];
    this.unanswered = this.list.length;
    return { ok: false, error };
  }

  private standing(): Result<OutputOf<N>> {
    const { stored } = this;
    return stored === null ? NOT_SENDABLE : { ok: true, data: stored, warnings: [] };
  }
}
