import { makeAutoObservable, observable, observableRef } from 'mobx';
import type * as v from 'valibot';

import type { CheckedInputOf, InputOf, OutputOf, WriteName } from '../../contract/endpoints';
import type { ApiError, ErrorCode, FieldIssue, FieldIssues } from '../../contract/errors';
import { validate } from '../../contract/validate';
import type { Result } from '../result';
import type { DraftDevice } from '../store-context';
import { DraftBox } from './draft-box';
import { hasTypedShape } from './shape';
import { type StoredChange, type EarlierWrite, Tries } from './tries';
import {
  type Change,
  changed,
  type FieldsOf,
  isSame,
  isUntouched,
  type PathOf,
  rebased,
  type Unchecked,
} from './typed';

/** The parts that make a form for endpoint `N`. */
export interface DraftPlan<N extends WriteName> {
  /** Name of the unsent draft on the device, `register` or `plan/<shopId>`. */
  name: string;
  /** As the form opens. */
  initial: FieldsOf<N>;
  /** The input to send; a value that cannot be sent is left for the schema to refuse. */
  toInput: (fields: FieldsOf<N>) => Unchecked<InputOf<N>>;
  /** The default values that depend on the time; they move on together while none was changed. */
  defaultsAt?: (now: string) => Change<FieldsOf<N>>;
  /** What a change of fields entails in other fields, in one change. */
  entail?: (change: Change<FieldsOf<N>>) => Change<FieldsOf<N>>;
  /** The rules of the input beyond its single fields. */
  problems?: (input: Unchecked<InputOf<N>>, now: string) => FieldIssues;
  /** Sends; the same key twice is answered once. */
  send: (input: CheckedInputOf<N>, requestKey: string) => Promise<Result<OutputOf<N>>>;
  /**
   * Sends what was changed after a write that turned out to be stored, so that nothing is stored
   * twice. null, or no such function: it cannot be changed here and stands as it was sent.
   */
  changeStored?: (change: StoredChange<N>) => Promise<Result<OutputOf<N>>> | null;
}

/** The definition of endpoint `N`, as far as a draft uses it. */
interface WriteEndpoint<N extends WriteName> {
  readonly name: N;
  readonly input: v.GenericSchema<InputOf<N>, CheckedInputOf<N>>;
}

type PrivateOf =
  | 'device'
  | 'endpoint'
  | 'plan'
  | 'box'
  | 'running'
  | 'tries'
  | 'touched'
  | 'hasTried'
  | 'initial'
  | 'refused';

/**
 * A form being filled in for one endpoint: its fields as typed, their issues, and sending them
 * once.
 *
 * Typed fields are kept on the device until they are sent. One request key belongs to one intended
 * write: it stays with the sent fields until there is a certain answer, also over a restart, so that
 * a lost answer can be asked for again and nothing is stored twice. Later changes are sent only once
 * that answer is known: in place of the stored write, or as a new one where nothing was stored.
 */
export class Draft<N extends WriteName> {
  fields: FieldsOf<N>;
  /** Whether earlier typed fields were found on the device. */
  isRestored = false;
  isBusy = false;
  /** The last refusal that is not about fields, until the next try. */
  error: ApiError | null = null;
  /** Whether the device keeps what is typed; false when it has no room left. */
  isKept = true;
  /** What an earlier try had stored, once the last one is done; null where there was none. */
  earlier: EarlierWrite<N> | null = null;
  private initial: FieldsOf<N>;
  private readonly tries: Tries<N>;
  private hasTried = false;
  private readonly touched = observable.set<string>();
  private refused: FieldIssues = {};
  private running: Promise<Result<OutputOf<N>>> | null = null;
  private readonly box: DraftBox<FieldsOf<N>>;

  constructor(
    private readonly device: DraftDevice,
    private readonly endpoint: WriteEndpoint<N>,
    private readonly plan: DraftPlan<N>,
  ) {
    this.initial = plan.initial;
    this.fields = plan.initial;
    this.box = new DraftBox(device, plan.name, (value): value is FieldsOf<N> =>
      hasTypedShape(endpoint.input, value),
    );
    this.tries = new Tries({
      inputOf: (fields) => this.checkedInput(fields),
      send: plan.send,
      changeStored: (change) => plan.changeStored?.(change) ?? null,
    });
    this.restore();
    makeAutoObservable<this, PrivateOf>(this, {
      device: false,
      endpoint: false,
      plan: false,
      box: false,
      running: false,
      touched: false,
      tries: false,
      earlier: observableRef,
      hasTried: observableRef,
      fields: observableRef,
      initial: observableRef,
      refused: observableRef,
      error: observableRef,
    });
  }

  /** All issues as the fields are now, by the path of the field. */
  get errors(): FieldIssues {
    const input = this.plan.toInput(this.fields);
    const checked = validate(this.endpoint.input, input);
    const issues = checked.ok ? {} : checked.fields;
    // A write that may have been stored is asked for again as it is, even when time has passed a
    // limit since: the cloud then repeats its first answer.
    const problems = this.isAsSent ? {} : this.plan.problems?.(input, this.device.now());
    return { ...this.refused, ...problems, ...issues };
  }

  /** Whether it can be sent. */
  get isValid(): boolean {
    return Object.keys(this.errors).length === 0;
  }

  /** Whether a field was changed and not sent. */
  get isDirty(): boolean {
    return !isSame(this.fields, this.initial);
  }

  /** Whether a write was sent and no certain answer came. */
  get isUncertain(): boolean {
    return this.tries.isOpen && !this.isBusy;
  }

  /**
   * Whether the figures of the cloud may already hold what was sent: until its answer is known, also
   * while it is asked for again.
   */
  get isInDoubt(): boolean {
    return this.tries.isInDoubt;
  }

  /** What was last sent, while it may be stored or is; null otherwise. */
  get sent(): FieldsOf<N> | null {
    return this.tries.fields;
  }

  /** Whether fields were changed after they were sent. */
  get isChangedSince(): boolean {
    return this.sent !== null && !this.isAsSent;
  }

  /** The answer of what was sent, once it is known to be stored. */
  get stored(): OutputOf<N> | null {
    return this.tries.stored;
  }

  /** The issue to show at a field: only once the person has left it or tried to send. */
  issueAt(path: PathOf<N>): FieldIssue | null {
    if (!this.hasTried && !this.touched.has(path)) return null;
    return this.errors[path] ?? null;
  }

  /** Changes fields and keeps the draft on the device. */
  set(change: Change<FieldsOf<N>>): void {
    this.fields = changed(this.fields, this.plan.entail?.(change) ?? change);
    this.refused = {};
    this.error = null;
    this.earlier = null;
    this.keep();
  }

  /** The person has left the field: from now on its issue is shown. */
  touch(path: PathOf<N>): void {
    this.touched.add(path);
  }

  /** Sends. A second tap while sending joins the first. */
  submit(): Promise<Result<OutputOf<N>>> {
    this.running ??= this.sendOnce().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Discards all changes. */
  discard(): void {
    this.restart(this.initial);
  }

  /** Starts again with `fields` as the form opens. */
  restart(fields: FieldsOf<N>): void {
    this.initial = fields;
    this.fields = fields;
    this.tries.reset();
    this.earlier = null;
    this.hasTried = false;
    this.isRestored = false;
    this.isKept = true;
    this.touched.clear();
    this.refused = {};
    this.error = null;
    this.box.clear();
  }

  /** Takes newer values from the cloud; a field that the person changed stays as it is. */
  rebase(fresh: FieldsOf<N>): void {
    this.fields = rebased(fresh, this.fields, this.initial);
    this.initial = fresh;
    this.keep();
  }

  /** Lets default values follow the time, in a form that is left open or restored. */
  renew(): void {
    const fresh = this.plan.defaultsAt?.(this.device.now());
    if (fresh === undefined || this.tries.isOpen) return;
    if (isUntouched(fresh, this.fields, this.initial)) this.rebase(changed(this.initial, fresh));
  }

  private get isAsSent(): boolean {
    return this.sent !== null && isSame(this.sent, this.fields);
  }

  private restore(): void {
    const kept = this.box.read();
    if (!kept) return;
    this.tries.reset(kept.tries);
    // What may be stored is asked for again exactly as it was sent.
    const isSent = kept.tries.length > 0;
    this.fields = isSent ? kept.fields : rebased(this.initial, kept.fields, kept.base);
    this.isRestored = true;
  }

  private checkedInput(fields: FieldsOf<N>): CheckedInputOf<N> | null {
    const checked = validate(this.endpoint.input, this.plan.toInput(fields));
    return checked.ok ? checked.value : null;
  }

  private async sendOnce(): Promise<Result<OutputOf<N>>> {
    this.hasTried = true;
    this.error = null;
    this.refused = {};
    if (!this.isValid) {
      return { ok: false, error: { code: 'invalid_input', fields: this.errors, requestId: '' } };
    }
    this.isBusy = true;
    const result = await this.settleAndSend(this.fields);
    this.finish(result);
    return result;
  }

  /** Sends fields, after it is known what became of other fields sent before. */
  private async settleAndSend(fields: FieldsOf<N>): Promise<Result<OutputOf<N>>> {
    if (this.tries.isOpen && !this.isAsSent) {
      const before = await this.tries.settle();
      // Something is stored, though not which record: the person must look first.
      const isUnknown = this.tries.isOpen || STORED_UNSEEN.includes(codeOf(before));
      if (!before.ok && isUnknown) return before;
    }
    this.intend(fields);
    const isAlone = this.tries.kept.length === 1;
    const result = await this.tries.settle();
    // It is stored as it is here: sent once more as a new write, it would be there twice.
    if (isAlone && codeOf(result) === 'already_stored') this.discard();
    return result;
  }

  /** Keeps what is about to be sent with its key: it may be stored from now on. */
  private intend(fields: FieldsOf<N>): void {
    if (!isSame(this.sent, fields)) this.tries.add(fields, this.device.newRequestKey());
    this.keep();
  }

  private finish(result: Result<OutputOf<N>>): void {
    this.isBusy = false;
    if (result.ok) {
      const { earlier } = this.tries;
      this.restart(this.fields);
      this.earlier = earlier;
      return;
    }
    this.refused = result.error.fields ?? {};
    this.error = result.error.fields ? null : result.error;
    this.keep();
  }

  private keep(): void {
    const { fields, initial: base } = this;
    const tries = this.tries.kept;
    if (this.isDirty || tries.length > 0) this.isKept = this.box.write({ fields, base, tries });
    else {
      this.isKept = true;
      this.box.clear();
    }
  }
}

/** Refusals of a repeat that mean that something is stored under its key. */
const STORED_UNSEEN: readonly (ErrorCode | null)[] = ['request_key_reused', 'already_stored'];

function codeOf(result: Result<unknown>): ErrorCode | null {
  return result.ok ? null : result.error.code;
}
