import { makeAutoObservable, observableRef } from 'mobx';

import type { ShownMark } from '../contract/console';
import type { InputOf, OutputOf } from '../contract/endpoints';
import type { CallError } from '../contract/envelope';
import type { LiveSession } from '../contract/live-session';
import { MAX_MARKS_SENT, standingMarks } from '../domain/console/marks';
import { isOver } from '../domain/live-session/live-session';
import type { LiveSessionStore } from './live-session-store';
import { mayRetry } from './result';
import type { DraftDevice, StoreContext } from './store-context';

/**
 * Marks that wait on a device for one session; further taps are refused until they are sent.
 * @internal
 */
export const MAX_QUEUED = 500;
/** How often marks of other phones are read, ms. */
const READ_EVERY_MS = 60_000;
/** The longest wait before marks are sent again, ms. */
const MAX_PAUSE_MS = 60_000;

/** A mark as it is sent. */
type SentMark = InputOf<'console.mark'>['marks'][number];
type WithoutIds<Mark> = Mark extends SentMark ? Omit<Mark, 'id' | 'at'> : never;

/** What a tap says: see `ConsoleMark`. */
export type Tap = WithoutIds<SentMark>;

/** A mark on the screen; one that is pending waits on this device. */
export type ConsoleRow = ShownMark & { readonly isPending: boolean };

/** What is kept of a session so that its console can be shown without a network. */
interface Shown {
  readonly session: LiveSession | null;
  readonly log: readonly ShownMark[];
  readonly after: number;
}

/** What a console works with. */
export interface ConsoleParts {
  readonly context: StoreContext;
  readonly device: DraftDevice;
  readonly liveSessions: LiveSessionStore;
  /** Where the waiting marks lie on the device. It outlives the program's version. */
  readonly key: string;
}

type PrivateOf = 'parts' | 'log' | 'after' | 'kept' | 'failures' | 'sendAtMs' | 'readAtMs';

/**
 * The console of one session: marks of everyone, and a queue of those that were tapped here. The queue
 * outlives the program, is sent in its order, and a mark leaves it once the cloud has it.
 */
export class ConsoleRun {
  /** Marks that wait, oldest first. */
  queue: readonly SentMark[] = [];
  /** Why marks are not sent; null while nothing is wrong. */
  error: CallError | null = null;
  /** Whether the device has no room for the queue: it would end with the program. */
  isUnsafe = false;
  isSending = false;
  private log: readonly ShownMark[] = [];
  private after = 0;
  private kept: LiveSession | null = null;
  private failures = 0;
  private sendAtMs = 0;
  private readAtMs = 0;

  constructor(
    readonly sessionId: string,
    private readonly parts: ConsoleParts,
  ) {
    const queue = parts.device.storage.get(parts.key);
    // Written by this class alone; another version may have written another shape.
    if (Array.isArray(queue)) this.queue = queue as SentMark[];
    const copy = parts.context.copies.read<Shown>(this.copyName)?.value;
    if (copy) {
      this.kept = copy.session;
      this.log = copy.log;
      this.after = copy.after;
    }
    makeAutoObservable<this, PrivateOf>(this, {
      queue: observableRef,
      log: observableRef,
      sessionId: false,
      now: false,
      parts: false,
      after: false,
      kept: false,
      failures: false,
      sendAtMs: false,
      readAtMs: false,
    });
  }

  /** The session as it was read last, on this device in any start of the program. */
  get session(): LiveSession | null {
    return this.parts.liveSessions.session(this.sessionId).value ?? this.kept;
  }

  /** The marks that stand, by their own time. */
  get marks(): readonly ConsoleRow[] {
    const known = new Set(this.log.map(({ id }) => id));
    const waiting = this.queue.filter(({ id }) => !known.has(id));
    return standingMarks<ConsoleRow>([
      ...this.log.map((mark) => ({ ...mark, isPending: false })),
      ...waiting.map((mark) => ({ ...mark, by: 'you' as const, isPending: true })),
    ]);
  }

  /** Now, as marks are dated. */
  now(): string {
    return this.parts.context.now();
  }

  /** Whether marks wait for the person, because sending them again alone would not help. */
  get isHeld(): boolean {
    return this.error !== null && !mayRetry(this.error);
  }

  /** Notes a tap at once, and sends it. @returns the mark's id; null when no more can wait here. */
  tap(what: Tap): string | null {
    if (this.queue.length >= MAX_QUEUED) return null;
    const { device } = this.parts;
    const id = device.newRequestKey();
    const last = this.queue[this.queue.length - 1]?.at ?? '';
    const now = device.now();
    // A clock that was corrected backwards must not change the order of taps.
    this.keepQueue([...this.queue, { ...what, id, at: now < last ? last : now }]);
    if (Date.parse(now) >= this.sendAtMs) void this.send();
    return id;
  }

  /** Takes a mark back. */
  takeBack(id: string): string | null {
    return this.tap({ kind: 'taken_back', value: null, of: id });
  }

  /** Once a second while the page is shown: sends what waits and reads what others tapped, when due. */
  beat(): void {
    const now = Date.parse(this.now());
    if (now >= this.sendAtMs) void this.send();
    if (now >= this.readAtMs) void this.read();
  }

  /** The page is shown, or the network is back: everything is due. */
  wake(): void {
    this.sendAtMs = 0;
    this.readAtMs = 0;
    this.beat();
  }

  /** Sends again what was refused. */
  retry(): void {
    this.error = null;
    this.wake();
  }

  /** Forgets what waits here. */
  discard(): void {
    this.error = null;
    this.keepQueue([]);
  }

  /** Sends what waits, oldest first, until nothing does or a call fails. */
  async send(): Promise<void> {
    if (this.isSending || this.isHeld) return;
    this.setSending(true);
    while (this.queue.length > 0 && !this.isHeld) {
      const { sessionId, after } = this;
      const marks = this.queue.slice(0, MAX_MARKS_SENT);
      const input = { sessionId, marks, after };
      const result = await this.parts.context.gateway.write('console.mark', input);
      if (!result.ok) {
        this.fail(result.error);
        break;
      }
      this.succeed(result.data);
    }
    this.setSending(false);
  }

  /** Reads what came in since, and the session if it was changed. */
  async read(): Promise<void> {
    const { gateway, now } = this.parts.context;
    this.readAtMs = Date.parse(now()) + READ_EVERY_MS;
    for (let hasMore = true; hasMore;) {
      const { sessionId, after } = this;
      const result = await gateway.read('console.read', { sessionId, after });
      if (!result.ok) return;
      this.take(result.data);
      hasMore = result.data.hasMore;
    }
  }

  private succeed({ done, ...page }: OutputOf<'console.mark'>): void {
    this.failures = 0;
    this.error = null;
    this.sendAtMs = 0;
    const gone = new Set(done);
    this.keepQueue(this.queue.filter(({ id }) => !gone.has(id)));
    this.take(page);
    // The answer brought what others tapped; more than one answer holds is read at once.
    this.readAtMs = page.hasMore ? 0 : Date.parse(this.now()) + READ_EVERY_MS;
  }

  private fail(error: CallError): void {
    this.failures += 1;
    this.error = error;
    const pause = Math.min(MAX_PAUSE_MS, 1000 * 2 ** this.failures);
    this.sendAtMs = Date.parse(this.now()) + pause;
  }

  private take({ marks, after, version }: Omit<OutputOf<'console.read'>, 'hasMore'>): void {
    const known = new Set(this.log.map(({ id }) => id));
    this.log = [...this.log, ...marks.filter(({ id }) => !known.has(id))];
    this.after = Math.max(this.after, after);
    const { liveSessions } = this.parts;
    const shown = liveSessions.session(this.sessionId).value;
    if (shown?.version === version) this.keepCopy();
    else void liveSessions.loadSession(this.sessionId).then(() => this.keepCopy());
  }

  private setSending(isSending: boolean): void {
    this.isSending = isSending;
  }

  private keepQueue(queue: readonly SentMark[]): void {
    const { device, key } = this.parts;
    this.queue = queue;
    if (queue.length === 0) {
      device.storage.remove(key);
      this.isUnsafe = false;
    } else this.isUnsafe = !device.storage.set(key, queue);
  }

  private keepCopy(): void {
    const { copies, now } = this.parts.context;
    const { session, log, after } = this;
    // A session that is over is not shown without a network: its copy makes room.
    if (session === null || isOver(session.state)) copies.remove(this.copyName);
    else copies.write<Shown>(this.copyName, { session, log, after }, now());
  }

  private get copyName(): string {
    return `console/${this.sessionId}`;
  }
}
