import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { FunctionRules } from '../functions-host/rules';
import type { CloudSchema } from '../schema';

async function readFile(file: string): Promise<unknown> {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
  const module = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown };
  return module.default;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a schema from JSON, or from a module's default export. @throws Error when it is none */
export async function readSchema(file: string): Promise<CloudSchema> {
  const schema = await readFile(file);
  if (!isRecord(schema) || !isRecord(schema['collections'])) {
    throw new Error(`${file} does not contain { collections }`);
  }
  for (const [name, collection] of Object.entries(schema['collections'])) {
    if (!isRecord(collection) || !Array.isArray(collection['indexes'])) {
      throw new Error(`${file}: the collection ${name} has no list of indexes`);
    }
  }
  return schema as unknown as CloudSchema;
}

const RULES = ['auth', 'anyone', 'nobody'];

/** Reads rules from JSON, or from a module's default export. @throws Error when they are none */
export async function readRules(file: string): Promise<FunctionRules> {
  const rules = await readFile(file);
  if (!isRecord(rules)) throw new Error(`${file} does not contain rules by name of the function`);
  for (const [name, rule] of Object.entries(rules)) {
    if (!RULES.includes(String(rule))) {
      throw new Error(`${file}: the rule of ${name} must be one of ${RULES.join(', ')}`);
    }
  }
  return rules as FunctionRules;
}
