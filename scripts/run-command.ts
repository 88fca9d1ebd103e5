import { execFileSync } from 'node:child_process';

/**
 * Runs a command.
 * @returns its standard output
 * @throws Error with the command and its output, when it fails
 */
export function runCommand(cwd: string, command: string, ...args: string[]): string {
  try {
    const env = { ...process.env, NO_COLOR: '1' };
    return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${[command, ...args].join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

/** Runs a step and prints how long it took. */
export function timed<T>(step: string, work: () => T): T {
  const started = performance.now();
  const result = work();
  console.log(`${step.padEnd(32)} ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
