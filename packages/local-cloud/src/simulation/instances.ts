// Instances of the built functions in this process, each with the state of its own modules.
import asyncHooks, { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The exported function of a bundle. */
export type Main = (event: unknown, context: unknown) => unknown;

type Wrapper = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: { main?: Main } },
  process: object,
) => void;

/** This process as a function sees it: what it prints is dropped. */
const quietProcess = Object.create(process, {
  stdout: { value: { write: () => true } },
}) as object;

/**
 * Storages of instances. Node hands every promise of the process to each storage that was ever used, so
 * that those of instances that have ended would make the run slower and slower.
 */
class Storages {
  private readonly used: AsyncLocalStorage<unknown>[] = [];

  /** `node:async_hooks` for an instance. */
  readonly module: object;

  constructor() {
    const { used } = this;
    class Storage extends AsyncLocalStorage<unknown> {
      constructor() {
        super();
        used.push(this);
      }
    }
    this.module = { ...asyncHooks, AsyncLocalStorage: Storage };
  }

  /** Ends those of all instances. */
  clear(): void {
    for (const storage of this.used.splice(0)) storage.disable();
  }
}

/** `require` of an instance. */
function requireFrom(file: string, storages: Storages): NodeJS.Require {
  const real = createRequire(file);
  const required = (name: string): unknown =>
    /^(node:)?async_hooks$/.test(name) ? storages.module : real(name);
  return Object.assign(required, real);
}

/** Loads a bundle: what comes back makes an instance, which shares the SDK with others and nothing else. */
function load(file: string, storages: Storages): () => Main {
  const source = `(function (exports, require, module, process) {${readFileSync(file, 'utf8')}\n})`;
  // The platform too evaluates what was uploaded.
  const wrapper = (0, eval)(source) as Wrapper;
  return () => {
    const module: { exports: { main?: Main } } = { exports: {} };
    wrapper(module.exports, requireFrom(file, storages), module, quietProcess);
    const { main } = module.exports;
    if (main === undefined) throw new Error(`${file} does not export main`);
    return main;
  };
}

/** The instances of the functions in a folder. Each runs one event at a time, as the platform's do. */
export class Instances {
  private readonly idle = new Map<string, Main[]>();
  private readonly makers = new Map<string, () => Main>();
  private readonly storages = new Storages();

  constructor(private readonly root: string) {}

  /** Loads every function, and with them the modules that they share. */
  load(): void {
    for (const folder of readdirSync(this.root, { withFileTypes: true })) {
      if (folder.isDirectory()) this.make(folder.name);
    }
  }

  /** An instance that runs nothing; a new one when all are busy. */
  take(name: string): Main {
    return this.idle.get(name)?.pop() ?? this.make(name);
  }

  /** Ends all instances that run nothing. */
  clear(): void {
    this.idle.clear();
    this.storages.clear();
  }

  /** Gives an instance back after its event. One that was killed is not given back. */
  release(name: string, main: Main): void {
    const idle = this.idle.get(name) ?? [];
    idle.push(main);
    this.idle.set(name, idle);
  }

  private make(name: string): Main {
    const maker =
      this.makers.get(name) ?? load(path.resolve(this.root, name, 'index.js'), this.storages);
    this.makers.set(name, maker);
    return maker();
  }
}
