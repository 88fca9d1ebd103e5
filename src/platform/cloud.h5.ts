import { type CallClock, createCloudPort } from './cloud-port';
import { personOnDevice } from './person.h5';
import { ANSWER_TIMEOUT_MS } from './time-limit';
import type { CloudPort, NetworkPort } from './types';

interface FunctionAnswer {
  result?: unknown;
  errCode?: number;
}

/** Calls the functions of the local cloud, which trusts the person named in the header. */
export function createCloud(network: NetworkPort, clock: CallClock): CloudPort {
  return createCloudPort(
    async (name, request) => {
      const person = personOnDevice();
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), ANSWER_TIMEOUT_MS);
      try {
        const response = await fetch(`/fn/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(person && { 'x-person': person }) },
          body: JSON.stringify(request),
          signal: abort.signal,
        });
        const answer = (await response.json()) as FunctionAnswer | null;
        // As WeChat does: what the platform refuses is rejected.
        if (answer?.errCode !== undefined) throw Object.assign(new Error(), answer);
        return answer?.result;
      } finally {
        clearTimeout(timer);
      }
    },
    network,
    clock,
  );
}
