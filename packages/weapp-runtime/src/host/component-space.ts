import { CurrentWindowBackendContext, Event as ComponentEvent } from 'glass-easel';
import {
  type AssociatedBackend,
  type CodeSpace,
  MiniProgramEnv,
} from 'glass-easel-miniprogram-adapter';

import type { CompiledBuild } from '../compile/build';
import { isDisabled, receivingPlainEvents, type ScreenElement } from './events';
import { isHeld } from './long-press';
import type { SetDataMeter } from './set-data-meter';

type Definition = Record<string, unknown>;
type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;
type Define = (definition: Definition) => void;

interface TemplateGroups {
  readonly [path: string]: unknown;
}

/** `Page`, `Component` and `Behavior` as scripts find them by name. */
export interface Definers {
  readonly Page: Define;
  readonly Component: Define;
  readonly Behavior: (definition: Definition) => unknown;
}

interface Instance {
  /** The framework's node. */
  readonly _$?: { getBackendElement(): unknown };
  setData(data: unknown, callback?: () => void): void;
  createSelectorQuery?(): Query;
}

/** Route of the page that an instance is drawn in; `path` before it is drawn. */
function routeOf(instance: Instance, path: string): string {
  const element = instance._$?.getBackendElement() as HTMLElement | null | undefined;
  return element?.closest<HTMLElement>('[data-route]')?.dataset.route ?? path;
}

function withPlainEvents(members: Definition, onEvent: () => void): Definition {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      typeof member === 'function' ? receivingPlainEvents(member as AnyFunction, onEvent) : member,
    ]),
  );
}

interface Query {
  exec(onFound?: (found: unknown[]) => void): void;
}

/** Calls `onQuery` whenever a query of an instance asks the screen. */
function countQueries(instance: Instance, onQuery: () => void): void {
  const create = instance.createSelectorQuery?.bind(instance);
  if (!create) return;
  instance.createSelectorQuery = () => {
    const query = create();
    const exec = query.exec.bind(query);
    query.exec = (onFound) => {
      onQuery();
      exec(onFound);
    };
    return query;
  };
}

type EventListener = Parameters<CurrentWindowBackendContext['onEvent']>[0];

/** Receives an event of an element of its program; undefined for an element of another one. */
const listeners = new Set<EventListener>();
let shared: CurrentWindowBackendContext | null = null;

/**
 * The framework's connection with the window, one for all programs: it listens at the body and has
 * no way to stop, so that a connection of its own would keep each program for ever.
 */
function sharedBackend(): CurrentWindowBackendContext {
  if (shared !== null) return shared;
  shared = new CurrentWindowBackendContext();
  shared.onEvent((...event) => {
    for (const listener of listeners) {
      const status = listener(...event);
      if (status !== undefined) return status;
    }
    return undefined;
  });
  return shared;
}

/**
 * The program's pages and components on WeChat's component framework. As in WeChat, a definition may
 * only be made while its own file runs. `Page` and `Component` are the same functions for all files,
 * because a program may keep them in variables (Taro does).
 */
export class ProgramComponents {
  readonly space: CodeSpace;
  readonly backend: AssociatedBackend;
  private readonly defined = new Set<string>();
  private current: { path: string; define: Definers } | null = null;

  constructor(
    private readonly build: CompiledBuild,
    private readonly meter: SetDataMeter,
    /** Whether an element is on this program's screen, and the program is running. */
    private readonly owns: (element: HTMLElement) => boolean,
  ) {
    const env = new MiniProgramEnv();
    this.space = env.createCodeSpace('', true);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiler returns source text
    const makeGroups = new Function(`return ${build.templates}`) as () => TemplateGroups;
    const groups = makeGroups();
    for (const [path, config] of Object.entries(build.configs)) {
      this.space.addComponentStaticConfig(path, config as never);
      this.space.addCompiledTemplate(path, {
        groupList: groups,
        content: groups[path],
        // Accepts `bindtap` without a colon on built-in components.
        fallbackListenerOnNativeNode: true,
      } as never);
    }
    this.backend = env.associateBackend(sharedBackend());
    listeners.add(this.receive);
  }

  /** Receives no more events. */
  end(): void {
    listeners.delete(this.receive);
  }

  /** The functions that scripts find by name. */
  get definers(): Definers {
    const active = (): Definers => {
      if (this.current) return this.current.define;
      throw new Error('Page and Component may only be called while their own file runs');
    };
    return {
      Page: (definition) => active().Page(definition),
      Component: (definition) => active().Component(definition),
      Behavior: (definition) => active().Behavior(definition),
    };
  }

  /** Runs the scripts of a page or component and of the components it uses, each once. */
  define(path: string, load: (file: string) => void): void {
    if (this.defined.has(path)) return;
    this.defined.add(path);
    for (const used of Object.values(this.build.configs[path]?.usingComponents ?? {})) {
      this.define(resolveComponent(path, used), load);
    }
    const before = this.current;
    this.space.componentEnv(path, (env) => {
      this.current = { path, define: this.wrap(path, env) };
      try {
        load(`${path}.js`);
      } finally {
        this.current = before;
      }
    });
  }

  private wrap(path: string, env: Definers): Definers {
    const countEvent = () => this.meter.countEvent();
    return {
      Behavior: (definition) => env.Behavior(definition),
      Page: (definition) => {
        const page = withPlainEvents(definition, countEvent);
        const { onLoad } = page;
        page.onLoad = this.metered(path, onLoad);
        env.Page(page);
      },
      Component: (definition) => {
        const lifetimes = (definition.lifetimes ?? {}) as Definition;
        const created = lifetimes.created ?? definition.created;
        env.Component({
          ...definition,
          methods: withPlainEvents((definition.methods ?? {}) as Definition, countEvent),
          lifetimes: { ...lifetimes, created: this.metered(path, created) },
        });
      },
    };
  }

  /** Wraps an instance's first hook: from then on the meter counts its setData and its queries. */
  private metered(path: string, hook: unknown): AnyFunction {
    const { meter } = this;
    return function first(this: unknown, ...args: unknown[]) {
      const instance = this as Instance;
      const setData = instance.setData.bind(instance);
      instance.setData = (data, callback) =>
        setData(meter.carry(routeOf(instance, path), data), callback);
      countQueries(instance, () => meter.countQuery());
      return typeof hook === 'function' ? (hook as AnyFunction).apply(this, args) : undefined;
    };
  }

  private readonly receive: EventListener = (target, type, detail, options) => {
    const element = target.getBackendElement() as unknown as ScreenElement;
    if (!this.owns(element)) return undefined;
    const button = element.closest<HTMLElement>('wx-button');
    if (type === 'tap' && button && isDisabled(button)) return undefined;
    if (type === 'tap' && isHeld(element)) return undefined;
    const event = new ComponentEvent(type, detail, options);
    ComponentEvent.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  };
}

/** Path of a component that `owner` uses, without suffix. */
function resolveComponent(owner: string, used: string): string {
  const parts = used.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  for (const part of used.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
