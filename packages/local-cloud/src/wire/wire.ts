import { randomUUID } from 'node:crypto';

import { CloudError } from '../errors';
import type { Engine } from '../engine/engine';
import type { FileStore } from '../storage/files';
import { databaseActions, type WireParams, type WireReply } from './database-actions';
import { answerOpenapi, type OpenapiServices } from './openapi';
import { storageActions } from './storage-actions';

/** An error in the platform's own words. */
export interface Refusal {
  /** `DATABASE_TRANSACTION_FAIL`, … */
  readonly code: string;
  readonly message: string;
}

/** Decides before a request of the SDK is served whether it is refused. */
export type Refuse = (action: string, collection: string | null) => Refusal | undefined;

/** What the wire protocol needs of the cloud. */
export interface WireServices {
  readonly refuse?: Refuse | undefined;
  readonly engine: Engine;
  readonly files: FileStore;
  readonly now: () => number;
  readonly baseUrl: () => string;
  /** Runs another function, without the caller's identity. @returns its result as JSON */
  readonly invoke: (name: string, eventJson: string) => Promise<string>;
  readonly openapi: OpenapiServices;
}

const INVOKE = 'functions.invokeFunction';
const OPENAPI = 'wx.openApi';

function refuse(action: string, params: WireParams): CloudError {
  const api = typeof params['apiName'] === 'string' ? ` (${params['apiName']})` : '';
  return new CloudError('INVALID_PARAM', `local cloud: action ${action}${api} is not emulated`);
}

async function run(
  params: WireParams,
  services: WireServices,
  caller: { readonly gone: boolean },
): Promise<WireReply | Buffer> {
  const action = String(params['action']);
  const nowMs = services.now();
  const database = databaseActions[action];
  if (database) return database(params, { engine: services.engine, nowMs, caller });
  const storage = storageActions[action];
  if (storage) {
    return storage(params, { files: services.files, baseUrl: services.baseUrl(), nowMs });
  }
  if (action === INVOKE) {
    const eventJson =
      typeof params['request_data'] === 'string' ? params['request_data'] || '{}' : '{}';
    const result = await services.invoke(String(params['function_name']), eventJson);
    return { data: { response_data: result } };
  }
  const answer = action === OPENAPI ? answerOpenapi(params, services.openapi, nowMs) : undefined;
  if (answer !== undefined) return answer;
  throw refuse(action, params);
}

/**
 * Answers a request of wx-server-sdk. As in CloudBase, an error is a reply with a code, and an openapi
 * call is answered in bytes.
 */
export async function answerWire(
  params: WireParams,
  services: WireServices,
  caller: { readonly gone: boolean },
): Promise<WireReply | Buffer> {
  const requestId = randomUUID();
  const { collectionName } = params;
  const refusal = services.refuse?.(
    String(params['action']),
    typeof collectionName === 'string' ? collectionName : null,
  );
  if (refusal !== undefined) return { requestId, ...refusal };
  try {
    const reply = await run(params, services, caller);
    return Buffer.isBuffer(reply) ? reply : { requestId, ...reply };
  } catch (error) {
    const code = error instanceof CloudError ? error.code : 'DATABASE_REQUEST_FAILED';
    const message = error instanceof Error ? error.message : String(error);
    return { requestId, code, message };
  }
}
