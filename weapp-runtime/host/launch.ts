import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel';
import { removeGlobalErrorListener, removeGlobalWarningListener } from 'glass-easel';

import { registerBuiltIns } from './builtin/register';
import { ProgramComponents } from './component-space';
import type { AppDefinition, DeviceState, Host } from './host';
import { memoryStorage } from './memory-storage';
import { Page } from './page';
import { PageStack, splitUrl } from './page-stack';
import { ProgramTimers } from './program-timers';
import { Program } from './program';
import { Screen } from './screen';
import { ScriptModules } from './script-modules';
import { SetDataMeter } from './set-data-meter';
import { listenForShareButtons } from './share';
import { drawTabs } from './tab-bar';
import type { Entry, LaunchOptions } from './types';
import { createWx } from './wx';

/** Scene of an opening from the list of programs. */
const USUAL_SCENE = 1001;

/**
 * What the framework says about every Taro page and means nothing: properties nobody reads, and
 * Taro's recursive component, which is drawn once before it is told its node.
 */
const NOISE =
  /is not a valid property|Used default value instead|for-list data is neither Array nor Object, got type "undefined"/;

const entryOf = ({ path, scene, build }: LaunchOptions): Entry => {
  const { route, query } = splitUrl(path ?? build.app.pages[0] ?? '', null);
  return { path: route, query, scene: scene ?? USUAL_SCENE };
};

const newDevice = (isOnline: boolean): DeviceState => ({
  isOnline,
  isKeptOn: false,
  clipboard: '',
  album: [],
  offeredFiles: [],
  subscriptions: new Map(),
});

/** The program's clock: `new Date()` and `Date.now()` follow it, all else is the machine's. */
const clockedDate = (clock: () => number): DateConstructor =>
  class extends Date {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [clock()] : args) as [number]));
    }
    static override now(): number {
      return clock();
    }
  } as unknown as DateConstructor;

/**
 * Launches a mini program into an element of the current window, as WeChat opens it cold.
 * Everything it needs comes in through `options`; two launches share nothing but the window.
 * @throws Error when app.js or the first page does not run, or the page is not in app.json
 */
export function launch(options: LaunchOptions): Program {
  const { build, container } = options;
  const window = container.ownerDocument.defaultView as Window;
  const errors: unknown[] = [];
  const guard = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      errors.push(error);
    }
  };
  const state = { isRunning: true, app: {} as AppDefinition };
  const screen = new Screen(container, options.styles !== false);
  const meter = new SetDataMeter();
  const components = new ProgramComponents(
    build,
    meter,
    (element) => state.isRunning && screen.pages.contains(element),
  );
  const allListeners = new Map<string, Set<(value: unknown) => void>>();
  const style = (route: string): string => build.styles[route] ?? '';
  const stack = new PageStack(build.app, {
    create: (route, query) => {
      components.define(route, (file) => modules.load(file));
      const { backend, space } = components;
      const nextFrame = (run: () => void): void =>
        void window.requestAnimationFrame(() => state.isRunning && run());
      const config = { ...build.app.window, ...build.configs[route] };
      return new Page(route, query, {
        ...{ backend, space, screen, config, guard, nextFrame },
        style: style(route),
      });
    },
    changed: (page) => {
      drawTabs(host);
      const below = stack.pages.length - 1;
      options.onNavigate?.({ path: page.path, title: page.title, below });
    },
  });
  const host: Host = {
    ...{ build, options, window, screen, meter, stack, errors, guard },
    entry: entryOf(options),
    storage: options.storage ?? memoryStorage(),
    device: newDevice(options.isOnline !== false),
    files: new Map(),
    listeners: (name) => {
      const found = allListeners.get(name) ?? new Set();
      allListeners.set(name, found);
      return found;
    },
    callApp: (hook, argument) => {
      const method = state.app[hook];
      if (typeof method === 'function') guard(() => void method.call(state.app, argument));
    },
    shared: (card) => options.onShare?.(card),
  };
  registerBuiltIns(window, {
    showSheet: (sheet) => screen.pick(sheet),
    findPicture: (path) => build.pictures[path.replace(/^\//, '')] ?? null,
  });
  screen.addStyle(style('app'));
  const timers = new ProgramTimers(window, guard);
  const modules = new ScriptModules(build, {
    wx: createWx(host),
    ...components.definers,
    ...timers.globals,
    ...(options.clock ? { Date: clockedDate(options.clock) } : {}),
    App: (definition: AppDefinition) => {
      state.app = definition;
    },
    getApp: () => state.app,
    getCurrentPages: () => stack.pages.map(({ instance }) => instance),
    requirePlugin: () => {
      throw new Error('weapp-runtime has no plugins');
    },
  });
  const onFault = (error: unknown): boolean => {
    errors.push(error);
    return false;
  };
  const onWarning = (message: string): boolean => {
    if (!NOISE.test(message)) errors.push(new Error(message));
    return false;
  };
  addGlobalErrorListener(onFault);
  addGlobalWarningListener(onWarning);
  const unlisten = listenForShareButtons(host);
  const close = (): void => {
    if (!state.isRunning) return;
    stack.closeAll();
    state.isRunning = false;
    timers.clearAll();
    unlisten();
    removeGlobalErrorListener(onFault);
    removeGlobalWarningListener(onWarning);
    screen.remove();
  };
  modules.load('app.js');
  const { entry } = host;
  host.callApp('onLaunch', { ...entry });
  host.callApp('onShow', { ...entry });
  stack.start(options.path ?? entry.path);
  return new Program(host, close);
}
