import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { Clock } from './clock';
import { type ClaimedFolder, openFolder } from './data/claim';
import { type Migrate, type MigratedData, migrateData } from './data/migration';
import { type LocalDatabase, openDatabase } from './database';
import { Engine } from './engine/engine';
import { readFunctionConfigs } from './functions-host/config';
import { baseEnvironment } from './functions-host/environment';
import { type CallAnswer, FunctionsHost } from './functions-host/host';
import { DEFAULT_RULES, type FunctionRules } from './functions-host/rules';
import { startTimers } from './functions-host/timers';
import { handlePublicRequest } from './http/public-routes';
import { listen, portOf, type WireCall } from './http/server';
import type { CloudSchema } from './schema';
import { FileStore } from './storage/files';
import type { Refuse } from './wire/wire';

/** How a local cloud is set up. */
export interface LocalCloudOptions {
  /** Port on 127.0.0.1; 0 or absent takes a free one. */
  readonly port?: number;
  /** Folder of the data, or `:memory:` for data that ends with the process. */
  readonly dataDir: string;
  /** Folder with one folder per function, which resolves `wx-server-sdk` from there. */
  readonly functionsRoot: string;
  readonly schema: CloudSchema;
  /**
   * Migrates data of another schema version, see `migrateData`; without it they are refused.
   */
  readonly migrate?: Migrate;
  /** Called after data were migrated. */
  readonly onMigrated?: (done: MigratedData) => void;
  /**
   * Whether to refuse what the schema does not declare: a document with other fields or kinds, a
   * function's query without an index, an undeclared collection. Default no.
   */
  readonly strict?: boolean;
  /**
   * The most bytes of documents and of files, as a plan has them; default no limit. Beyond it, and
   * when the disk is full, a write is refused with −501017. Reads and removals go on.
   */
  readonly capacity?: { readonly database?: number; readonly files?: number };
  /** Workers for each function; default 2. */
  readonly workers?: number;
  /** Who may call which function; default: identified callers only. */
  readonly rules?: FunctionRules;
  /** Variables of the functions' environment, as the console sets them. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with each line of the functions' output and of failures; default drops them. */
  readonly log?: (line: string) => void;
  /**
   * Called before every request of the SDK: an error that it returns is the answer, and nothing is
   * done. So a test raises what a busy or broken environment answers.
   */
  readonly refuse?: Refuse;
  /** Called after every request of the SDK to the cloud's own services, for counting. */
  readonly onWire?: (call: WireCall) => void;
  /** Called after every request for an API of WeChat, such as `security.msgSecCheck`. */
  readonly onOpenapi?: (api: string) => void;
}

/** A running local cloud. */
export interface LocalCloud {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly database: LocalDatabase;
  /**
   * Environment variables with which another process of this machine reaches this cloud through
   * wx-server-sdk. They must be set before the SDK is loaded.
   */
  readonly sdkEnvironment: Readonly<Record<string, string>>;
  /** Calls a function as a mini program does; without `person` the caller is anonymous. */
  call(name: string, event: unknown, as?: { readonly person?: string }): Promise<CallAnswer>;
  /** Runs a function as its timer does, now. */
  trigger(name: string, triggerName?: string): Promise<CallAnswer>;
  /** Runs the timers of every config.json, until `close`. */
  startTimers(): void;
  /** Sets the clock of functions and server dates; `null` returns to real time. */
  setNow(iso: string | null): void;
  /** Answers a request of another server on this machine. @returns false for a path it does not serve */
  handleRequest(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /**
   * Waits for the running functions, stops the timers, and removes all documents and files; the clock
   * returns to real time. The workers stay, so the next test need not load its functions again.
   */
  reset(): Promise<void>;
  /** Stops the server and the workers, and closes the data. */
  close(): Promise<void>;
}

const MEMORY = ':memory:';

function openDataDir({ dataDir, schema }: LocalCloudOptions): ClaimedFolder {
  if (dataDir !== MEMORY) return openFolder(dataDir, schema.version ?? 0);
  const filesDir = join(tmpdir(), `local-cloud-${randomUUID()}`);
  return {
    file: MEMORY,
    filesDir,
    release: () => rmSync(filesDir, { recursive: true, force: true }),
  };
}

/** Migrates the data in the folder when they have another version than the schema. */
function migrateFolder({ dataDir, schema, migrate, onMigrated }: LocalCloudOptions): void {
  if (migrate === undefined || dataDir === MEMORY) return;
  const done = migrateData({ dataDir, schema, migrate, now: new Date().toISOString() });
  if (done !== null) onMigrated?.(done);
}

interface CloudData {
  readonly engine: Engine;
  readonly files: FileStore;
  readonly close: () => void;
}

/** Opens documents and files, migrated when they are due; a failure leaves nothing open. */
function openCloudData(options: LocalCloudOptions): CloudData {
  const { schema, strict = false, capacity = {} } = options;
  const { file, filesDir, release } = openDataDir(options);
  try {
    migrateFolder(options);
    const engine = new Engine(file, schema, { isStrict: strict, maxBytes: capacity.database });
    const close = (): void => {
      engine.close();
      release();
    };
    return { engine, files: new FileStore(filesDir, capacity.files), close };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Starts a stand-in for WeChat cloud on this machine.
 * @throws Error when the port is taken, another process has the data open, or they have another
 * schema version
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const log = options.log ?? (() => undefined);
  const functionsRoot = resolve(options.functionsRoot);
  const clock = new Clock();
  const { engine, files, close: closeData } = openCloudData(options);
  const secretId = randomUUID();
  const now = (): number => clock.now();
  // The services need the server's address, so the server looks them up when a request comes.
  const server: Server = await listen(options.port ?? 0, () => services).catch((error: unknown) => {
    closeData();
    throw error;
  });
  const url = `http://127.0.0.1:${String(portOf(server))}`;
  const sdkEnvironment = baseEnvironment(`${url}/admin`, secretId);
  const host = new FunctionsHost({
    root: functionsRoot,
    rules: options.rules ?? DEFAULT_RULES,
    workers: options.workers ?? 2,
    env: { ...options.environment, ...sdkEnvironment },
    offsetMs: () => clock.offsetMs,
    log,
  });
  const invoke = (name: string, eventJson: string): Promise<string> => host.invoke(name, eventJson);
  const openapi = {
    permits: (token: unknown, api: string) => host.permits(token, api),
    visitedAt: (person: string) => host.visitedAt(person),
  };
  const { refuse, onWire = () => undefined, onOpenapi = () => undefined } = options;
  const wire = { engine, files, now, baseUrl: () => url, invoke, openapi, refuse };
  const services = { host, files, now, wire, secretId, log, onWire, onOpenapi };
  const trigger = (name: string, triggerName = name): Promise<CallAnswer> => {
    const time = new Date(now()).toISOString();
    const event = { Type: 'timer', TriggerName: triggerName, Time: time, Message: '' };
    return host.call(name, JSON.stringify(event), { source: 'wx_trigger' });
  };
  let stopTimers = (): void => undefined;
  return {
    url,
    database: openDatabase(engine),
    sdkEnvironment,
    call: (name, event, as) =>
      host.call(name, JSON.stringify(event ?? {}), {
        source: 'wx_client',
        ...(as?.person === undefined ? {} : { person: as.person }),
      }),
    trigger,
    startTimers: () => {
      stopTimers();
      stopTimers = startTimers(readFunctionConfigs(functionsRoot), trigger);
    },
    setNow: (iso) => clock.set(iso),
    handleRequest: (request, response) => handlePublicRequest(request, response, services),
    reset: async () => {
      stopTimers();
      await host.idle();
      engine.clear();
      files.clear();
      host.forgetVisits();
      clock.set(null);
    },
    close: async () => {
      stopTimers();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await host.close();
      closeData();
    },
  };
}
