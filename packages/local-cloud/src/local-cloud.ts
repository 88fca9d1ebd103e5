import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { Clock } from './clock';
import { type Migrate, type MigratedData, migrateData } from './data-migration';
import type { Doc } from './engine/document';
import { Engine } from './engine/engine';
import { find } from './engine/reader';
import { readFunctionConfigs } from './functions-host/config';
import { baseEnvironment } from './functions-host/environment';
import { type CallAnswer, FunctionsHost } from './functions-host/host';
import { DEFAULT_RULES, type FunctionRules } from './functions-host/rules';
import { startTimers } from './functions-host/timers';
import { handlePublicRequest } from './http/public-routes';
import { listen, portOf, type WireCall } from './http/server';
import type { CloudSchema } from './schema';
import { FileStore } from './storage/files';

export type { CallAnswer } from './functions-host/host';
export type { WireCall } from './http/server';
export type { Doc } from './engine/document';

/** How a local cloud is set up. */
export interface LocalCloudOptions {
  /** Port on 127.0.0.1; 0 or absent takes a free one. */
  readonly port?: number;
  /** Folder of the data, or `:memory:` for data that ends with the process. */
  readonly dataDir: string;
  /** Folder with one folder per function. They resolve `wx-server-sdk` from where they lie. */
  readonly functionsRoot: string;
  readonly schema: CloudSchema;
  /**
   * Brings data of another schema version to the schema's, see `migrateData`; without it they are
   * refused.
   */
  readonly migrate?: Migrate;
  /** Called when data were migrated. */
  readonly onMigrated?: (done: MigratedData) => void;
  /**
   * Whether the schema binds: a write must have the declared fields and kinds, a function's query an
   * index, and a collection must be declared. Default no.
   */
  readonly strict?: boolean;
  /** Workers for each function; default 2. */
  readonly workers?: number;
  /** Who may call which function; default: identified people only. */
  readonly rules?: FunctionRules;
  /** Lines of the functions' own output and of failures; default drops them. */
  readonly log?: (line: string) => void;
  /** Told of every request that a function's SDK sends, for counting. */
  readonly onWire?: (call: WireCall) => void;
}

/**
 * The database without functions and without rights, for seeds, recounts and tests. In strict mode
 * its writes must fit the schema; its queries may do without an index.
 */
export interface LocalDatabase {
  /** Names of all collections. */
  collections(): string[];
  /** Every document, in the order of insertion. */
  readAll(collection: string): Doc[];
  /** Documents that match a MongoDB query. */
  find(collection: string, query: Doc): Doc[];
  /** Inserts documents, all or none; `_id` is made when absent. @returns the ids. */
  insert(collection: string, docs: readonly Doc[]): Promise<string[]>;
  /** Creates or replaces one document. */
  put(collection: string, id: string, doc: Doc): Promise<void>;
  /** Removes what matches. @returns how many. */
  remove(collection: string, query: Doc): Promise<number>;
}

/** A running local cloud. */
export interface LocalCloud {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly database: LocalDatabase;
  /**
   * The variables with which a process of this machine reaches this cloud through wx-server-sdk,
   * as a function of the owner would. They must be set before the SDK is loaded.
   */
  readonly sdkEnvironment: Readonly<Record<string, string>>;
  /** Calls a function as a person's mini program would; no `person` means nobody is identified. */
  call(name: string, event: unknown, as?: { readonly person?: string }): Promise<CallAnswer>;
  /** Fires a function's timer now. */
  trigger(name: string, triggerName?: string): Promise<CallAnswer>;
  /** Runs all timers as the functions' config.json says, until close. */
  startTimers(): void;
  /** Sets the cloud's clock for functions and server dates; `null` returns to real time. */
  setNow(iso: string | null): void;
  /** Mountable in another server of this machine; false when the path is not its own. */
  handleRequest(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Stops answering, ends the workers, closes the file. */
  close(): Promise<void>;
}

function openDataDir(dataDir: string): { file: string; filesDir: string; dispose: () => void } {
  if (dataDir !== ':memory:') {
    mkdirSync(dataDir, { recursive: true });
    const nothing = (): void => undefined;
    return { file: join(dataDir, 'cloud.db'), filesDir: join(dataDir, 'files'), dispose: nothing };
  }
  const temporary = mkdtempSync(join(tmpdir(), 'local-cloud-'));
  return {
    file: ':memory:',
    filesDir: join(temporary, 'files'),
    dispose: () => rmSync(temporary, { recursive: true, force: true }),
  };
}

/** Migrates the data in the folder when they have another version than the schema. */
function migrateFolder({ dataDir, schema, migrate, onMigrated }: LocalCloudOptions): void {
  if (migrate === undefined || dataDir === ':memory:') return;
  const done = migrateData({ dataDir, schema, migrate, now: new Date().toISOString() });
  if (done !== null) onMigrated?.(done);
}

function openDatabase(engine: Engine): LocalDatabase {
  return {
    collections: () => engine.storage.collections(),
    readAll: (collection) => engine.storage.readAll(collection),
    find: (collection, query) => find(engine.table(collection), { query }).map((row) => row.doc),
    insert: (collection, docs) => engine.insert(collection, docs),
    put: async (collection, id, doc) => {
      await engine.set(collection, id, doc);
    },
    remove: (collection, query) => engine.removeWhere(collection, query),
  };
}

/** Starts a stand-in for WeChat cloud on this machine. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const log = options.log ?? (() => undefined);
  const functionsRoot = resolve(options.functionsRoot);
  const clock = new Clock();
  migrateFolder(options);
  const data = openDataDir(options.dataDir);
  const engine = new Engine(data.file, options.schema, { isStrict: options.strict ?? false });
  const files = new FileStore(data.filesDir);
  const secretId = randomUUID();
  const now = (): number => clock.now();
  // The server is needed for the address, and its services need the address: hence the late look-up.
  const server = await listen(options.port ?? 0, () => services);
  const url = `http://127.0.0.1:${String(portOf(server))}`;
  const sdkEnvironment = baseEnvironment(`${url}/admin`, secretId);
  const host = new FunctionsHost({
    root: functionsRoot,
    rules: options.rules ?? DEFAULT_RULES,
    workers: options.workers ?? 2,
    env: sdkEnvironment,
    offsetMs: () => clock.offsetMs,
    log,
  });
  const invoke = (name: string, eventJson: string): Promise<string> => host.invoke(name, eventJson);
  const wire = { engine, files, now, baseUrl: () => url, invoke };
  const onWire = options.onWire ?? (() => undefined);
  const services = { host, files, now, wire, secretId, log, onWire };
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
    close: async () => {
      stopTimers();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await host.close();
      engine.close();
      data.dispose();
    },
  };
}
