import { parseArgs } from 'node:util';

/** What a person may say to `npm start`. */
export interface DeskArguments {
  /** Port on 127.0.0.1. */
  readonly port: number;
  /** Empty the data and restore the demo. */
  readonly reset: boolean;
  /** Print what the cloud functions print. */
  readonly verbose: boolean;
}

const DEFAULT_PORT = '8787';

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new Error(`端口须为 0 到 65535 的整数 · a port is a whole number up to 65535: "${text}"`);
  }
  return port;
}

/**
 * Reads `--port`, `--reset` and `--verbose`; `--port` goes before the variable PORT.
 * @throws Error with a sentence for the person, when an argument is unknown or no port.
 */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DeskArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      reset: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  });
  const port = readPort(values.port ?? env.PORT ?? DEFAULT_PORT);
  return { port, reset: values.reset, verbose: values.verbose };
}
