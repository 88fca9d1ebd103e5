import { ConsoleRun } from './console-run';
import type { StoreParts } from './root-store';

/** The consoles of sessions on this device. */
export class ConsoleStore {
  private readonly runs = new Map<string, ConsoleRun>();
  private readonly prefix: string;

  constructor(private readonly parts: Pick<StoreParts, 'context' | 'device' | 'liveSessions'>) {
    const { environment, person } = parts.device.scope;
    this.prefix = ['console', environment, person].map(encodeURIComponent).join('/');
  }

  /** The console of a session, with what waits on this device. */
  of(sessionId: string): ConsoleRun {
    const known = this.runs.get(sessionId);
    if (known !== undefined) return known;
    const run = new ConsoleRun(sessionId, { ...this.parts, key: `${this.prefix}/${sessionId}` });
    this.runs.set(sessionId, run);
    return run;
  }

  /** Sends what waits for any session, from an earlier start of the program too. */
  sendWaiting(): void {
    for (const key of this.parts.device.storage.keys()) {
      if (key.startsWith(`${this.prefix}/`)) void this.of(key.slice(this.prefix.length + 1)).send();
    }
  }

  /** Forgets what was read; what waits stays on the device. */
  reset(): void {
    this.runs.clear();
  }
}

/** The consoles of the merchant's package. */
export function createConsoleStore(parts: StoreParts): ConsoleStore {
  return new ConsoleStore(parts);
}
