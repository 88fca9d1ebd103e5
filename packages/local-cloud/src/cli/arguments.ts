import { parseArgs } from 'node:util';

/** How the command is used. */
export const USAGE = `local-cloud --functions <folder> [options]

  --functions <folder>  bundled functions: <folder>/<name>/index.js, with an optional config.json
  --schema <file>       collections with their indexes: JSON, or a module's default export
  --rules <file>        who may call which function: JSON, or a module's default export
  --data <folder>       where the data are kept; default: in memory
  --port <number>       port on 127.0.0.1; default 8788, 0 takes a free one
  --strict              refuse what the schema does not declare
  --help                show this text`;

/** The arguments of the command. */
export interface CliArguments {
  readonly functionsRoot: string;
  readonly schemaFile: string | undefined;
  readonly rulesFile: string | undefined;
  readonly dataDir: string;
  readonly port: number;
  readonly strict: boolean;
}

/** Reads the arguments; null when they ask for help. @throws Error that names a wrong one */
export function readArguments(args: readonly string[]): CliArguments | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      functions: { type: 'string' },
      schema: { type: 'string' },
      rules: { type: 'string' },
      data: { type: 'string', default: ':memory:' },
      port: { type: 'string', default: '8788' },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (values.functions === undefined) throw new Error('--functions is missing');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port is not a port: ${values.port}`);
  }
  return {
    functionsRoot: values.functions,
    schemaFile: values.schema,
    rulesFile: values.rules,
    dataDir: values.data,
    port,
    strict: values.strict,
  };
}
