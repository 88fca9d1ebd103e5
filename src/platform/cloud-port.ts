import type { CallAnswer, CallRequest } from '../contract/envelope';
import type { CloudClock } from './clock';
import { failure, failureOf, instantIn, toAnswer } from './envelope';
import { ANSWER_TIMEOUT_MS, withTimeLimit } from './time-limit';
import type { CloudPort, NetworkPort } from './types';

/** Sends one request to a cloud function and gives what it returned, or rejects with the platform's error. */
export type Send = (cloudFunction: string, request: CallRequest) => Promise<unknown>;

/** What learns the cloud's time from every answer. */
export type CallClock = Pick<CloudClock, 'deviceMs' | 'hear'>;

/** Milliseconds that a person can wait for without noticing more than a slow network. */
const MAX_WAIT_MS = 5_000;

/** Milliseconds after which the cloud will take a call that came too soon; null: do not wait. */
function waitOf(answer: CallAnswer<unknown>): number | null {
  if (answer.ok || answer.error.code !== 'too_many_requests') return null;
  const retryAfter = answer.error.info?.retryAfter;
  const waitMs = typeof retryAfter === 'number' ? retryAfter * 1000 : Infinity;
  return waitMs <= MAX_WAIT_MS ? waitMs : null;
}

/**
 * The part of calling the cloud that both platforms share. A call that came too soon is sent once
 * more, where the wait is short.
 */
export function createCloudPort(send: Send, network: NetworkPort, clock: CallClock): CloudPort {
  async function ask(cloudFunction: string, request: CallRequest): Promise<CallAnswer<never>> {
    const sentMs = clock.deviceMs();
    const answering = send(cloudFunction, request).then((result): CallAnswer<never> => {
      clock.hear({ at: instantIn(result), sentMs, receivedMs: clock.deviceMs() });
      return toAnswer(result);
    }, failureOf);
    return withTimeLimit(answering, ANSWER_TIMEOUT_MS, () => failure('no_answer'));
  }
  return {
    async call(cloudFunction, name, input, options = {}) {
      if (!network.isOnline()) return failure('offline');
      const request: CallRequest = { endpoint: name, input, ...options };
      const answer = await ask(cloudFunction, request);
      const waitMs = waitOf(answer);
      if (waitMs === null) return answer;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      return ask(cloudFunction, request);
    },
  };
}
