import { parseArgs } from 'node:util';

/** The browser build, or the mini program as it would be uploaded. */
export type Face = 'h5' | 'weapp';

/** What a person may say to `npm start`. */
export interface DeskArguments {
  /** Port on 127.0.0.1. */
  readonly port: number;
  /** Empty the data and restore the demo. */
  readonly reset: boolean;
  /** Print what the cloud functions print. */
  readonly verbose: boolean;
  /** Which build the phone runs. */
  readonly face: Face;
}

const DEFAULT_PORT = '8787';

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new Error(`端口须为 0 到 65535 的整数 · a port is a whole number up to 65535: "${text}"`);
  }
  return port;
}

function readFace(text: string): Face {
  if (text === 'h5' || text === 'weapp') return text;
  throw new Error(`--face 只能是 h5 或 weapp · --face is h5 or weapp: "${text}"`);
}

/**
 * Reads `--port`, `--reset`, `--verbose` and `--face`; `--port` goes before the variable PORT.
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
      face: { type: 'string', default: 'h5' },
    },
  });
  const port = readPort(values.port ?? env.PORT ?? DEFAULT_PORT);
  return { port, reset: values.reset, verbose: values.verbose, face: readFace(values.face) };
}
