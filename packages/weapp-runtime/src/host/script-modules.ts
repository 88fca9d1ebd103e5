import { type CompiledBuild, subPackageOf } from '../compile/build';

/**
 * The globals of the language. All other globals of a browser or of Node are hidden, because
 * WeChat's logic thread does not have them.
 */
const LANGUAGE = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date
  Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError
  JSON Math ArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array
  Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set
  WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent encodeURI
  encodeURIComponent escape unescape isFinite isNaN globalThis console`.split(/\s+/),
);

/** Globals that a browser's window inherits, so that `getOwnPropertyNames` does not list them. */
const INHERITED = ['addEventListener', 'removeEventListener', 'dispatchEvent'];

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
/** Names that strict code may not redefine. */
const RESERVED = new Set(['eval', 'arguments']);

function hiddenNames(): string[] {
  return [...Object.getOwnPropertyNames(globalThis), ...INHERITED].filter(
    (name) => IDENTIFIER.test(name) && !LANGUAGE.has(name) && !RESERVED.has(name),
  );
}

/** Path of the file that `require` names, for instance `./common` in `orders/list/index.js`. */
function resolveModule(from: string, request: string): string {
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

/**
 * `Function` that does not compile text, as in WeChat. `return this` is the exception: libraries
 * use it to find the global object.
 */
function refusingFunction(sandbox: object): FunctionConstructor {
  const make = (args: readonly unknown[]): (() => object) => {
    if (args.length === 1 && args[0] === 'return this') return () => sandbox;
    throw new Error('WeChat does not compile functions from text');
  };
  return new Proxy(Function, {
    apply: (_target, _self, args: unknown[]) => make(args),
    construct: (_target, args: unknown[]) => make(args),
  });
}

interface Module {
  exports: unknown;
}

/** Runs the scripts of a build, each once, with WeChat's globals only. */
export class ScriptModules {
  private readonly modules = new Map<string, Module>();
  private readonly sandbox: Record<string, unknown> = {};
  private readonly names: string[];
  private readonly values: unknown[];

  /** @param globals beside those of the language (`wx`, `Page`, `setTimeout`, …) */
  constructor(
    private readonly build: CompiledBuild,
    globals: Readonly<Record<string, unknown>>,
  ) {
    Object.assign(this.sandbox, globals);
    const all: Record<string, unknown> = {
      ...Object.fromEntries(hiddenNames().map((name) => [name, undefined])),
      ...globals,
      Function: refusingFunction(this.sandbox),
      globalThis: this.sandbox,
      global: this.sandbox,
    };
    this.names = Object.keys(all);
    this.values = Object.values(all);
  }

  /**
   * Runs a file unless it has run already.
   * @param from the file that requires it; null when WeChat itself loads it
   * @returns its exports
   * @throws Error when it is missing, or belongs to a subpackage that `from` is not part of
   */
  load(file: string, from: string | null = null): unknown {
    const loaded = this.modules.get(file);
    if (loaded) return loaded.exports;
    const source = this.build.scripts[file];
    if (source === undefined)
      throw new Error(`${from ?? 'WeChat'}: module '${file}' does not exist`);
    this.checkPackage(file, from);
    const module: Module = { exports: {} };
    this.modules.set(file, module);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is what runs the program
    const run = new Function(
      ...['require', 'module', 'exports', ...this.names],
      `'use strict';${source}`,
    ) as (...args: unknown[]) => void;
    const require = (request: string): unknown => this.load(resolveModule(file, request), file);
    run(require, module, module.exports, ...this.values);
    return module.exports;
  }

  /** A subpackage may not be on the phone yet when another package requires its file. */
  private checkPackage(file: string, from: string | null): void {
    if (from === null) return;
    const owner = subPackageOf(this.build.app, file);
    if (owner !== null && owner !== subPackageOf(this.build.app, from)) {
      throw new Error(`${from}: '${file}' belongs to the subpackage ${owner}`);
    }
  }
}
