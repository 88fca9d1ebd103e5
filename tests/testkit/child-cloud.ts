import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import type { CallAnswer } from '../../src/contract/envelope';

/** A local cloud in a separate process, as `npm run local-cloud` starts it. */
export interface ChildCloud {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Calls `api` over HTTP. @throws Error when the connection breaks */
  call(person: string, event: object): Promise<CallAnswer<unknown>>;
  /** Ends the process and waits until it has exited. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** The first `ready on <url>` in the output. @throws Error when the process ends before it */
async function readyUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += String(chunk);
    const [, url] = /ready on (http:\/\/\S+)/.exec(output) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`the local cloud ended before it was ready: ${output}`);
}

/** Starts a local cloud on a free port, with the functions built for this run. */
export async function startChildCloud(dataDir: string): Promise<ChildCloud> {
  const options = ['--port', '0', '--data', dataDir, '--seed', 'none'];
  const functions = ['--functions', 'cloudfunctions'];
  const script = ['--import', 'tsx', 'scripts/local-cloud.ts'];
  const child = spawn(process.execPath, [...script, ...options, ...functions], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await readyUrl(child);
  return {
    url,
    call: async (person, event) => {
      const response = await fetch(`${url}/fn/api`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-person': person },
        body: JSON.stringify(event),
      });
      const { result } = (await response.json()) as { result?: CallAnswer<unknown> };
      if (result === undefined) throw new Error('no envelope');
      return result;
    },
    end: async (signal) => {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}
