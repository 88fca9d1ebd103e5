// Takes the requests of wx-server-sdk before they reach a socket.
import { EventEmitter } from 'node:events';
import http from 'node:http';

import type { WireParams } from '../wire/database-actions';
import { readForm } from '../wire/multipart';

/** A request of the SDK that waits for its answer. */
export interface TakenRequest {
  readonly params: WireParams;
  /** Answers it, as the cloud does. */
  reply(answer: object | Buffer): void;
  /** Ends it without an answer: the connection broke. @param code of Node, such as `ECONNRESET` */
  fail(code: string): void;
}

type OnResponse = (response: EventEmitter & { statusCode: number; headers: object }) => void;

/** A client request as the SDK uses it. */
class SdkRequest extends EventEmitter {
  private readonly body: Buffer[] = [];

  constructor(
    private readonly onResponse: OnResponse,
    private readonly take: (request: TakenRequest) => void,
  ) {
    super();
  }

  setTimeout(): this {
    return this;
  }

  write(chunk: string | Buffer): boolean {
    this.body.push(Buffer.from(chunk));
    return true;
  }

  end(): this {
    const body = Buffer.concat(this.body);
    const isJson = body.toString('latin1', 0, 1) === '{';
    const params = isJson ? (JSON.parse(body.toString()) as WireParams) : readForm(body);
    const reply = (answer: object | Buffer): void => {
      const response = Object.assign(new EventEmitter(), { statusCode: 200, headers: {} });
      this.onResponse(response);
      response.emit('data', Buffer.isBuffer(answer) ? answer : Buffer.from(JSON.stringify(answer)));
      response.emit('end');
    };
    const fail = (code: string): void => {
      this.emit('error', Object.assign(new Error(`${code} in the simulation`), { code }));
    };
    this.take({ params, reply, fail });
    return this;
  }
}

/**
 * Hands every request for an address to `take` in place of the network. The SDK is unchanged: it
 * signs, sends and reads as ever.
 * @returns how to undo it
 */
export function takeRequests(address: string, take: (request: TakenRequest) => void): () => void {
  const { request: real } = http;
  const taken = (url: string, options: object, onResponse: OnResponse): unknown => {
    if (typeof url === 'string' && url.startsWith(address)) return new SdkRequest(onResponse, take);
    return Reflect.apply(real, http, [url, options, onResponse]);
  };
  Object.assign(http, { request: taken });
  return () => void Object.assign(http, { request: real });
}
