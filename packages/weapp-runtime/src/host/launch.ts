import type { CompiledBuild } from '../compile/build';
import { registerBuiltIns } from './builtin/register';
import { serveBuiltIns } from './builtin/services';
import { hearComplaints } from './complaints';
import { ProgramComponents } from './component-space';
import type { AppDefinition, DeviceState, Host } from './host';
import { memoryStorage } from './memory-storage';
import { clockedDate, entryOf, newDevice } from './new-device';
import { Page } from './page';
import { PageStack } from './page-stack';
import { Program } from './program';
import { ProgramTimers } from './program-timers';
import { Screen } from './screen';
import { ScriptModules } from './script-modules';
import { SetDataMeter } from './set-data-meter';
import { listenForShareButtons } from './share';
import { isSinglePage } from './single-page';
import { drawTabs } from './tab-bar';
import type { DeviceStorage, Entry, LaunchOptions, SharedCard, TemporaryFiles } from './types';
import { createWx } from './wx';

type Listener = (value: unknown) => void;

/** The parts of one launch, tied together. */
class Launch implements Host {
  readonly build: CompiledBuild;
  readonly window: Window;
  readonly entry: Entry;
  lastEntry: Entry;
  readonly screen: Screen;
  readonly meter = new SetDataMeter();
  readonly stack: PageStack;
  readonly storage: DeviceStorage;
  readonly device: DeviceState;
  readonly files: TemporaryFiles = new Map();
  readonly errors: unknown[] = [];
  private app: AppDefinition = {};
  private isRunning = true;
  private readonly listenersByName = new Map<string, Set<Listener>>();
  private readonly components: ProgramComponents;
  private readonly modules: ScriptModules;
  private readonly timers: ProgramTimers;
  private readonly endings: readonly (() => void)[];

  constructor(readonly options: LaunchOptions) {
    const { build, container } = options;
    this.build = build;
    this.window = container.ownerDocument.defaultView as Window;
    this.entry = entryOf(options);
    this.lastEntry = this.entry;
    const kept = isSinglePage(this.entry) ? undefined : options.storage;
    this.storage = kept ?? memoryStorage();
    this.device = newDevice(options.isOnline !== false);
    this.screen = new Screen(container, options.styles !== false);
    this.screen.addStyle(build.styles.app ?? '');
    if (isSinglePage(this.entry)) this.screen.addSinglePageBar();
    this.components = new ProgramComponents(
      build,
      this.meter,
      (element) => this.isRunning && this.screen.pages.contains(element),
    );
    this.stack = new PageStack(build.app, {
      create: (route, query) => this.createPage(route, query),
      changed: (page) => this.tellPlace(page),
    });
    registerBuiltIns(this.window);
    serveBuiltIns(this.screen.root, {
      showSheet: (sheet) => this.screen.pick(sheet),
      findPicture: (path) => build.pictures[path.replace(/^\//, '')] ?? null,
      guard: this.guard,
    });
    this.timers = new ProgramTimers(this.window, this.guard);
    this.modules = new ScriptModules(build, this.globals());
    this.endings = [hearComplaints(this.report), listenForShareButtons(this)];
  }

  /** Runs app.js, its first hooks, and opens the first page. */
  start(): void {
    this.modules.load('app.js');
    this.callApp('onLaunch', { ...this.entry });
    this.callApp('onShow', { ...this.entry });
    this.stack.start(this.options.path ?? this.entry.path);
  }

  end(): void {
    if (!this.isRunning) return;
    this.stack.closeAll();
    this.isRunning = false;
    this.timers.clearAll();
    this.endings.forEach((end) => end());
    this.screen.remove();
  }

  readonly guard = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      this.report(error);
    }
  };

  readonly report = (error: unknown): void => {
    // Reported by name already, and thrown on its way here.
    if (this.errors.includes(error)) return;
    this.errors.push(error);
    this.options.onError?.(error);
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.callApp('onError', text);
    this.listeners('onError').forEach((listener) => this.guard(() => listener({ message: text })));
  };

  readonly callApp = (hook: string, argument: unknown): void => {
    const method = this.app[hook];
    if (typeof method === 'function') this.guard(() => void method.call(this.app, argument));
  };

  readonly listeners = (name: string): Set<Listener> => {
    const found = this.listenersByName.get(name) ?? new Set();
    this.listenersByName.set(name, found);
    return found;
  };

  readonly enter = (path: string, scene: number): void => {
    this.lastEntry = entryOf({ ...this.options, path, scene });
    this.callApp('onShow', { ...this.lastEntry });
  };

  readonly shared = (card: SharedCard): void => this.options.onShare?.(card);

  private createPage(route: string, query: Record<string, string>): Page {
    this.components.define(route, (file) => this.modules.load(file));
    const { backend, space } = this.components;
    return new Page(route, query, {
      backend,
      space,
      screen: this.screen,
      guard: this.guard,
      config: { ...this.build.app.window, ...this.build.configs[route] },
      style: this.build.styles[route] ?? '',
      nextFrame: (run) => void this.window.requestAnimationFrame(() => this.isRunning && run()),
    });
  }

  private tellPlace({ path, title }: Page): void {
    drawTabs(this);
    this.options.onNavigate?.({ path, title, below: this.stack.pages.length - 1 });
  }

  /** What scripts find by name. */
  private globals(): Record<string, unknown> {
    const { clock } = this.options;
    return {
      wx: createWx(this),
      ...this.components.definers,
      ...this.timers.globals,
      ...(clock ? { Date: clockedDate(clock) } : {}),
      App: (definition: AppDefinition) => {
        this.app = definition;
      },
      getApp: () => this.app,
      getCurrentPages: () => this.stack.pages.map(({ instance }) => instance),
      requirePlugin: () => {
        throw new Error('weapp-runtime has no plugins');
      },
    };
  }
}

/**
 * Launches a mini program into an element of the current window, as WeChat opens it cold.
 * Everything it needs comes in through `options`; two launches share nothing but the window and the
 * framework's complaints, which do not say whose they are.
 * @throws Error when app.js or the first page does not run, or the page is not in app.json
 */
export function launch(options: LaunchOptions): Program {
  const running = new Launch(options);
  try {
    running.start();
  } catch (error) {
    running.end();
    throw error;
  }
  return new Program(running, () => running.end());
}
