import { makeAutoObservable, observable, observableRef } from 'mobx';
import type * as v from 'valibot';

import type { ApiError, FieldIssue, FieldIssues } from '../../contract/errors';
import { validate } from '../../contract/validate';
import type { Adapters } from '../../platform/types';
import { mayRetry, type Result } from '../result';
import { DraftBox } from './draft-box';

/** What a draft needs of the device. */
export type DraftPorts = Pick<Adapters, 'storage' | 'scope' | 'newRequestKey'>;

/** What makes one kind of draft. */
export interface DraftPlan<Fields extends object, Schema extends v.GenericSchema, Output> {
  /** Name and place of the unsent draft on the device, `register` or `record/<shopId>`. */
  name: string;
  /** As the form opens. */
  initial: Fields;
  /** The contract's schema of what is sent. */
  schema: Schema;
  /** What would be sent; a value that cannot be sent is passed on so that the schema names it. */
  toInput: (fields: Fields) => unknown;
  /** Rules between fields that the cloud checks besides the schema; path → issue. */
  alsoWrong?: (fields: Fields) => FieldIssues;
  /** Sends; the same key twice is answered once. */
  send: (input: v.InferOutput<Schema>, requestKey: string) => Promise<Result<Output>>;
}

type PrivateOf =
  | 'ports'
  | 'plan'
  | 'box'
  | 'running'
  | 'touched'
  | 'requestKey'
  | 'isAsSent'
  | 'hasTried'
  | 'initial'
  | 'refused';

/** `fresh`, with every field that differs between `typed` and `base` as it was typed. */
function withTyped<Fields extends object>(fresh: Fields, typed: Fields, base: Fields): Fields {
  const fields = { ...fresh };
  for (const name of Object.keys(fresh) as (keyof Fields)[]) {
    if (!sameFields([typed[name]], [base[name]])) fields[name] = typed[name];
  }
  return fields;
}

const sameFields = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A form being filled in: fields as typed, what is wrong with them, and sending them once.
 *
 * What is typed is kept on the device until it is sent. One request key belongs to one intended
 * write: it stays until there is a certain answer, also over a restart, so that a lost answer can
 * be asked for again and nothing is stored twice.
 */
export class Draft<Fields extends object, Schema extends v.GenericSchema, Output> {
  fields: Fields;
  /** Whether what was typed earlier was found on the device. */
  isRestored = false;
  isBusy = false;
  /** The last refusal that is not about fields, until the next try. */
  error: ApiError | null = null;
  private initial: Fields;
  private requestKey: string | null = null;
  /** Whether the fields are those of a write without a certain answer. */
  private isAsSent = false;
  private hasTried = false;
  private readonly touched = observable.set<string>();
  private refused: FieldIssues = {};
  private running: Promise<Result<Output>> | null = null;
  private readonly box: DraftBox<Fields>;

  constructor(
    private readonly ports: DraftPorts,
    private readonly plan: DraftPlan<Fields, Schema, Output>,
  ) {
    this.initial = plan.initial;
    this.fields = plan.initial;
    this.box = new DraftBox(ports, plan.name);
    this.restore();
    makeAutoObservable<this, PrivateOf>(this, {
      ports: false,
      plan: false,
      box: false,
      running: false,
      touched: false,
      requestKey: observableRef,
      isAsSent: observableRef,
      hasTried: observableRef,
      fields: observableRef,
      initial: observableRef,
      refused: observableRef,
      error: observableRef,
    });
  }

  /** Everything that is wrong now, by path of the contract. */
  get errors(): FieldIssues {
    const checked = validate(this.plan.schema, this.plan.toInput(this.fields));
    const issues = checked.ok ? {} : checked.fields;
    // A write that may have been stored is asked for again as it is, even when time has passed a
    // limit since: the cloud then repeats its first answer.
    const others = this.isAsSent ? {} : this.plan.alsoWrong?.(this.fields);
    return { ...this.refused, ...others, ...issues };
  }

  /** Whether it can be sent. */
  get isValid(): boolean {
    return Object.keys(this.errors).length === 0;
  }

  /** Whether something was typed that is not sent. */
  get isDirty(): boolean {
    return !sameFields(this.fields, this.initial);
  }

  /** Whether a write was sent and no certain answer came. */
  get isUncertain(): boolean {
    return this.requestKey !== null && !this.isBusy;
  }

  /** The issue to show at a path: only once the person has left the field or tried to send. */
  issueAt(path: string): FieldIssue | null {
    if (!this.hasTried && !this.touched.has(path)) return null;
    return this.errors[path] ?? null;
  }

  /** Changes fields and keeps the draft on the device. */
  set(change: Partial<Fields>): void {
    this.fields = { ...this.fields, ...change };
    this.isAsSent = false;
    this.refused = {};
    this.error = null;
    this.keep();
  }

  /** The person has left the field: from now on its issue is shown. */
  touch(path: string): void {
    this.touched.add(path);
  }

  /** Sends. A second tap while sending joins the first. */
  submit(): Promise<Result<Output>> {
    this.running ??= this.sendOnce().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Forgets what was typed. */
  discard(): void {
    this.restart(this.initial);
  }

  /** Begins anew from `fields`, as nothing had been typed. */
  restart(fields: Fields): void {
    this.initial = fields;
    this.fields = fields;
    this.requestKey = null;
    this.isAsSent = false;
    this.hasTried = false;
    this.isRestored = false;
    this.touched.clear();
    this.refused = {};
    this.error = null;
    this.box.clear();
  }

  /** Takes newer values from the cloud below what was typed: only untouched fields change. */
  rebase(fresh: Fields): void {
    this.fields = withTyped(fresh, this.fields, this.initial);
    this.isAsSent = false;
    this.initial = fresh;
    this.keep();
  }

  private restore(): void {
    const kept = this.box.read(this.initial);
    if (!kept) return;
    // A write without a certain answer is asked for again exactly as it was sent.
    const isSent = kept.requestKey !== null;
    this.fields = isSent ? kept.fields : withTyped(this.initial, kept.fields, kept.base);
    this.requestKey = kept.requestKey;
    this.isAsSent = isSent;
    this.isRestored = true;
  }

  private async sendOnce(): Promise<Result<Output>> {
    this.hasTried = true;
    this.error = null;
    this.refused = {};
    const checked = validate(this.plan.schema, this.plan.toInput(this.fields));
    if (!checked.ok || !this.isValid) {
      return { ok: false, error: { code: 'invalid_input', fields: this.errors, requestId: '' } };
    }
    this.isBusy = true;
    this.requestKey ??= this.ports.newRequestKey();
    this.isAsSent = true;
    this.keep();
    const result = await this.plan.send(checked.value, this.requestKey);
    this.finish(result);
    return result;
  }

  private finish(result: Result<Output>): void {
    this.isBusy = false;
    if (result.ok) {
      this.restart(this.fields);
      return;
    }
    if (!mayRetry(result.error)) {
      this.requestKey = null;
      this.isAsSent = false;
    }
    this.refused = result.error.fields ?? {};
    this.error = result.error.fields ? null : result.error;
    this.keep();
  }

  private keep(): void {
    const { fields, initial: base, requestKey } = this;
    if (this.isDirty || requestKey !== null) this.box.write({ fields, base, requestKey });
    else this.box.clear();
  }
}
