import { type CompiledBuild, subPackageOf } from '../compile/build';

/**
 * What the language itself gives on every phone. All else that a browser or Node has by name is
 * hidden: WeChat's logic thread is neither.
 */
const LANGUAGE = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date
  Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError
  JSON Math ArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array
  Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set
  WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent encodeURI
  encodeURIComponent escape unescape isFinite isNaN globalThis console`.split(/\s+/),
);

/** Names a browser defines in ways that `getOwnPropertyNames` of its window does not list. */
const INHERITED = ['addEventListener', 'removeEventListener', 'dispatchEvent'];

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
/** Words that strict code may not use as a name. */
const RESERVED = new Set(['eval', 'arguments']);

function hiddenNames(): string[] {
  return [...Object.getOwnPropertyNames(globalThis), ...INHERITED].filter(
    (name) => IDENTIFIER.test(name) && !LANGUAGE.has(name) && !RESERVED.has(name),
  );
}

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

/**
 * `Function` without its making of code, which WeChat refuses but for `return this`: that is asked
 * by libraries that look for the global object.
 */
function refusingFunction(sandbox: object): FunctionConstructor {
  const make = (args: readonly unknown[]): (() => object) => {
    if (args.length === 1 && args[0] === 'return this') return () => sandbox;
    throw new Error('WeChat makes no functions of text');
  };
  return new Proxy(Function, {
    apply: (_target, _self, args: unknown[]) => make(args),
    construct: (_target, args: unknown[]) => make(args),
  });
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
    const run = new Function(
      ...['require', 'module', 'exports', ...this.names],
      `'use strict';${source}`,
    ) as (...args: unknown[]) => void;
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
