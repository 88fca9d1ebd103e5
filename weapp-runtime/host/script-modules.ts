import { subPackageOf } from '../compile/build';
import type { CompiledBuild } from '../compile/build';

/** Names a script of a mini program must not see: WeChat's logic thread is no browser and no Node. */
const HIDDEN = [
  'window',
  'document',
  'location',
  'history',
  'navigator',
  'self',
  'top',
  'parent',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'localStorage',
  'sessionStorage',
  'process',
  'Buffer',
  'importScripts',
] as const;

/** `./common` asked for by `merchant/record/index.js` as a file of the build. */
export function resolveModule(from: string, request: string): string {
  const parts = request.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of request.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) throw new Error(`${from}: require('${request}') leaves the program`);
      parts.pop();
    } else parts.push(part);
  }
  const file = parts.join('/');
  return file.endsWith('.js') ? file : `${file}.js`;
}

interface Module {
  exports: unknown;
}

/** Runs the scripts of a build, each once, with the names WeChat gives them and no others. */
export class ScriptModules {
  private readonly modules = new Map<string, Module>();
  private readonly sandbox: Record<string, unknown> = {};
  private readonly names: string[];
  private readonly values: unknown[];

  /** @param globals what every script finds by name (`wx`, `Page`, `setTimeout`, …) */
  constructor(
    private readonly build: CompiledBuild,
    globals: Readonly<Record<string, unknown>>,
  ) {
    Object.assign(this.sandbox, globals);
    const all: Record<string, unknown> = {
      ...Object.fromEntries(HIDDEN.map((name) => [name, undefined])),
      ...globals,
      globalThis: this.sandbox,
      global: this.sandbox,
    };
    this.names = Object.keys(all);
    this.values = Object.values(all);
  }

  /**
   * Runs a file unless it has run, and gives its exports.
   * @param from the file that asks; null for WeChat itself
   * @throws Error when it is missing, or lies in another subpackage than the one that asks
   */
  load(file: string, from: string | null = null): unknown {
    const loaded = this.modules.get(file);
    if (loaded) return loaded.exports;
    const source = this.build.scripts[file];
    if (source === undefined) throw new Error(`${from ?? 'WeChat'}: module '${file}' is not there`);
    this.checkPackage(file, from);
    const module: Module = { exports: {} };
    this.modules.set(file, module);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is what runs the program
    const run = new Function('require', 'module', 'exports', ...this.names, source) as (
      ...args: unknown[]
    ) => void;
    const require = (request: string): unknown => this.load(resolveModule(file, request), file);
    run(require, module, module.exports, ...this.values);
    return module.exports;
  }

  /** A subpackage may not be on the phone when another package asks for it. */
  private checkPackage(file: string, from: string | null): void {
    if (from === null) return;
    const owner = subPackageOf(this.build.app, file);
    if (owner !== null && owner !== subPackageOf(this.build.app, from)) {
      throw new Error(`${from}: '${file}' lies in the subpackage ${owner}`);
    }
  }
}
