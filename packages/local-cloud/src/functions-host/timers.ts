import type { FunctionConfig } from './config';
import { nextRun, parseCron } from './cron';

type Fire = (functionName: string, triggerName: string) => Promise<unknown>;

/**
 * Runs the timers of the functions in real time.
 * @returns a function that stops them
 */
export function startTimers(functions: readonly FunctionConfig[], fire: Fire): () => void {
  const handles = new Map<string, NodeJS.Timeout>();
  for (const { name, timers } of functions) {
    for (const timer of timers) {
      const cron = parseCron(timer.cron);
      const schedule = (): void => {
        const handle = setTimeout(
          () => {
            schedule();
            // A failed run is logged like any call and does not stop the timer.
            fire(name, timer.name).catch(() => undefined);
          },
          nextRun(cron, Date.now()) - Date.now(),
        );
        handle.unref();
        handles.set(`${name} ${timer.name}`, handle);
      };
      schedule();
    }
  }
  return () => {
    for (const handle of handles.values()) clearTimeout(handle);
  };
}
