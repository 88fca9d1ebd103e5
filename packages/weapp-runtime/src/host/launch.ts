import type { CompiledBuild } from '../compile/build';
import { registerBuiltIns } from './builtin/register';
import { serveBuiltIns } from './builtin/services';
import { ProgramComponents } from './component-space';
import { listenForFrameworkErrors } from './framework-errors';
import type { AppDefinition, DeviceState, Host } from './host';
import { memoryStorage } from './memory-storage';
import { deviceDate, entryOf, newDevice } from './new-device';
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

/** One launch: creates its parts and connects them. */
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
  private pendingFrames = 0;
  private readonly listenersByName = new Map<string, Set<Listener>>();
  private readonly components: ProgramComponents;
  private readonly modules: ScriptModules;
  private readonly timers: ProgramTimers;
  private readonly cleanups: readonly (() => void)[];

  constructor(readonly options: LaunchOptions) {
    const { build, container } = options;
    this.build = build;
    this.window = container.ownerDocument.defaultView as Window;
    this.entry = entryOf(options);
    this.lastEntry = this.entry;
    const storage = isSinglePage(this.entry) ? undefined : options.storage;
    this.storage = storage ?? memoryStorage();
    this.device = newDevice(options);
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
      changed: (page) => this.showPlace(page),
    });
    registerBuiltIns(this.window);
    serveBuiltIns(this.screen.root, {
      showSheet: (sheet) => this.screen.pick(sheet),
      findPicture: (path) => build.pictures[path.replace(/^\//, '')] ?? null,
      guard: this.guard,
    });
    this.timers = new ProgramTimers(this.window, this.guard);
    this.modules = new ScriptModules(build, this.globals());
    this.cleanups = [
      listenForFrameworkErrors(this.report),
      listenForShareButtons(this),
      () => this.components.end(),
    ];
  }

  /** Runs app.js and its first hooks, and opens the first page. */
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
    for (const cleanUp of this.cleanups) cleanUp();
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
    // A missing name is reported when it is read, and then thrown.
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
    const listeners = this.listenersByName.get(name) ?? new Set();
    this.listenersByName.set(name, listeners);
    return listeners;
  };

  readonly enter = (path: string, scene: number): void => {
    this.lastEntry = entryOf({ ...this.options, path, scene });
    this.callApp('onShow', { ...this.lastEntry });
  };

  readonly shared = (card: SharedCard): void => this.options.onShare?.(card);

  readonly isQuietFor = (ms: number): boolean =>
    this.pendingFrames === 0 && !this.timers.isDueWithin(ms);

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
      nextFrame: (run) => this.nextFrame(run),
      countEvent: () => this.meter.countEvent(),
    });
  }

  private nextFrame(run: () => void): void {
    this.pendingFrames += 1;
    this.window.requestAnimationFrame(() => {
      this.pendingFrames -= 1;
      if (this.isRunning) run();
    });
  }

  private showPlace({ path, title }: Page): void {
    drawTabs(this);
    this.options.onNavigate?.({ path, title, below: this.stack.pages.length - 1 });
  }

  /** The globals of the program's scripts. */
  private globals(): Record<string, unknown> {
    const { clock, zoneMinutes } = this.options;
    const isOwnTime = clock !== undefined || zoneMinutes !== undefined;
    return {
      wx: createWx(this),
      ...this.components.definers,
      ...this.timers.globals,
      ...(isOwnTime ? { Date: deviceDate(clock, zoneMinutes) } : {}),
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
 * Launches a mini program into an element of the current window, as WeChat opens it for the first
 * time. Launches are independent of each other, except for errors of the component framework: it
 * does not say which program they belong to, so every running program records them.
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
