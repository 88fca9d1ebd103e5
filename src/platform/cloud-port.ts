import type { CallAnswer, CallRequest } from '../contract/envelope';
import type { CloudClock } from './clock';
import { failure, instantIn, toAnswer } from './envelope';
import { ANSWER_TIMEOUT_MS, withTimeLimit } from './time-limit';
import type { CloudPort, NetworkPort } from './types';

/** Sends one request to a cloud function and gives what it returned; rejects when nothing came. */
export type Send = (cloudFunction: string, request: CallRequest) => Promise<unknown>;

/** What learns the cloud's time from every answer. */
export type CallClock = Pick<CloudClock, 'deviceMs' | 'hear'>;

/** The part of calling the cloud that both platforms share. */
export function createCloudPort(send: Send, network: NetworkPort, clock: CallClock): CloudPort {
  return {
    async call(cloudFunction, name, input, options = {}) {
      if (!network.isOnline()) return failure('offline');
      const request: CallRequest = { endpoint: name, input, ...options };
      const sentMs = clock.deviceMs();
      const answering = send(cloudFunction, request).then(
        (result): CallAnswer<never> => {
          clock.hear({ at: instantIn(result), sentMs, receivedMs: clock.deviceMs() });
          return toAnswer(result);
        },
        // It may have arrived all the same; asking again with the same key finds out.
        () => failure('no_answer'),
      );
      return withTimeLimit(answering, ANSWER_TIMEOUT_MS, () => failure('no_answer'));
    },
  };
}
