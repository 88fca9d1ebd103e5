// Instances of the built functions in this process, each with the state of its own modules.
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

/** Loads a bundle: what comes back makes an instance, which shares the SDK with others and nothing else. */
function load(file: string): () => Main {
  const source = `(function (exports, require, module, process) {${readFileSync(file, 'utf8')}\n})`;
  // The platform too evaluates what was uploaded.
  const wrapper = (0, eval)(source) as Wrapper;
  return () => {
    const module: { exports: { main?: Main } } = { exports: {} };
    wrapper(module.exports, createRequire(file), module, quietProcess);
    const { main } = module.exports;
    if (main === undefined) throw new Error(`${file} does not export main`);
    return main;
  };
}

/** The instances of the functions in a folder. Each runs one event at a time, as the platform's do. */
export class Instances {
  private readonly idle = new Map<string, Main[]>();
  private readonly makers = new Map<string, () => Main>();

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
  }

  /** Gives an instance back after its event. One that was killed is not given back. */
  release(name: string, main: Main): void {
    const idle = this.idle.get(name) ?? [];
    idle.push(main);
    this.idle.set(name, idle);
  }

  private make(name: string): Main {
    const maker = this.makers.get(name) ?? load(path.resolve(this.root, name, 'index.js'));
    this.makers.set(name, maker);
    return maker();
  }
}
