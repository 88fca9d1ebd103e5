import type { EndpointName, OutputOf } from '../contract/endpoints';
import type { CallAnswer } from '../contract/envelope';
import type { ApiError, ApiWarning } from '../contract/errors';
import type { DrawnShareCard } from '../domain/share-card';
import type { Adapters, StoragePort } from '../platform/types';

/** One call as the cloud saw it. */
export interface SeenCall {
  cloudFunction: 'api' | 'public';
  name: EndpointName;
  input: unknown;
  requestKey: string | undefined;
}

/** The time at which tests begin. */
export const START = '2026-11-23T12:00:00.000Z';

/** Answers calls with what a test scripted, in order by endpoint; an unscripted call fails. */
export class FakeCloud {
  readonly calls: SeenCall[] = [];
  private readonly script = new Map<EndpointName, Promise<CallAnswer<unknown>>[]>();

  answer<N extends EndpointName>(name: N, data: OutputOf<N>, warnings?: ApiWarning[]): this {
    return this.answerWith(name, {
      ok: true,
      data,
      ...(warnings && { warnings }),
      requestId: 'r',
    });
  }

  refuse(name: EndpointName, error: ApiError): this {
    return this.answerWith(name, { ok: false, error, requestId: 'r' });
  }

  /** Answers when the test calls the returned function. */
  answerLater<N extends EndpointName>(name: N): (data: OutputOf<N>) => void {
    let settle: (answer: CallAnswer<unknown>) => void = () => undefined;
    this.push(name, new Promise((resolve) => (settle = resolve)));
    return (data) => settle({ ok: true, data, requestId: 'r' });
  }

  callsOf(name: EndpointName): SeenCall[] {
    return this.calls.filter((call) => call.name === name);
  }

  readonly port: Adapters['cloud'] = {
    call: async <N extends EndpointName>(
      cloudFunction: 'api' | 'public',
      name: N,
      input: unknown,
      options: { requestKey?: string } = {},
    ) => {
      this.calls.push({ cloudFunction, name, input, requestKey: options.requestKey });
      const answer = this.script.get(name)?.shift();
      if (!answer) throw new Error(`no answer scripted for ${name}`);
      return (await answer) as CallAnswer<OutputOf<N>>;
    },
  };

  private answerWith(name: EndpointName, answer: CallAnswer<unknown>): this {
    return this.push(name, Promise.resolve(answer));
  }

  private push(name: EndpointName, answer: Promise<CallAnswer<unknown>>): this {
    const queue = this.script.get(name) ?? [];
    queue.push(answer);
    this.script.set(name, queue);
    return this;
  }
}

/** A store that turns values into JSON, as a device does. */
export function fakeStorage(kept = new Map<string, string>()): StoragePort {
  return {
    get: (key) => JSON.parse(kept.get(key) ?? 'null') as unknown,
    set: (key, value) => {
      kept.set(key, JSON.stringify(value));
      return true;
    },
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

/** A device whose time, network and chat a test moves by hand. */
export interface FakeDevice extends Adapters {
  setNow(now: string): void;
  setOnline(isOnline: boolean): void;
  readonly toasts: string[];
  readonly cards: (DrawnShareCard | null)[];
}

/** Adapters for stores under test. */
export function fakeAdapters(cloud: FakeCloud, overrides: Partial<Adapters> = {}): FakeDevice {
  let now = START;
  let isOnline = true;
  let keys = 0;
  const listeners = new Set<(isOnline: boolean) => void>();
  const toasts: string[] = [];
  const cards: (DrawnShareCard | null)[] = [];
  return {
    toasts,
    cards,
    setNow: (next) => (now = next),
    setOnline: (next) => {
      isOnline = next;
      listeners.forEach((listener) => listener(next));
    },
    cloud: cloud.port,
    storage: fakeStorage(),
    clock: {
      now: () => now,
      zoneMinutes: () => 480,
      isInDoubt: false,
      doubt: () => undefined,
      onCorrection: () => () => undefined,
    },
    network: {
      isOnline: () => isOnline,
      onChange: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    feedback: {
      toast: (text) => void toasts.push(text),
      confirm: () => Promise.resolve(true),
      copy: () => Promise.resolve(true),
      openPrivacyGuide: () => Promise.resolve(true),
    },
    navigation: {
      open: () => undefined,
      replace: () => undefined,
      back: () => undefined,
      setTabTexts: () => undefined,
      refreshTabTexts: () => undefined,
    },
    share: {
      canPost: true,
      setCard: (card) => void cards.push(card),
      isFromGroup: () => false,
      post: (card) => void cards.push(card),
    },
    channels: { jump: 'off', open: () => Promise.resolve(true) },
    files: { handOver: () => Promise.resolve(true) },
    canvas: { elementId: null, draw: () => Promise.resolve('data:image/png;base64,AAAA') },
    screen: { keepOn: (isOn) => Promise.resolve(isOn) },
    scope: {
      version: '1',
      copyShapes: '1',
      environment: 'test',
      person: 'lin',
      isIdentified: true,
    },
    newRequestKey: () => `key-${String((keys += 1)).padStart(4, '0')}`,
    ...overrides,
  };
}
