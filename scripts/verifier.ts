import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { openData } from 'local-cloud/data';

import { SCHEMA } from '../cloud/database/schema';
import { nameField } from '../src/contract/fields';
import { validate } from '../src/contract/validate';
import { readConfiguration } from './deploy/config';
import { openSdk } from './deploy/sdk';
import { runMain } from './run-main';
import { environmentRoles, localRoles, type RoleSdk, type RoleStore } from './verifier/roles';

const USAGE = `npm run verifier -- grant <openid or receipt number> --name <name> [--data <folder> | --environment]
npm run verifier -- remove <openid or receipt number> [--data <folder> | --environment]
npm run verifier -- list [--data <folder> | --environment]
--data: folder of a local cloud that is not running; --environment: that of CLOUD_ENV, with the variables of npm run deploy`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DESK_DATA = fileURLToPath(new URL('../.data/desk', import.meta.url));

/** The person whom the operator names: a receipt number names who handed it in. */
async function personOf(roles: RoleStore, named: string | undefined): Promise<string> {
  if (named === undefined) throw new Error('name a person: an openid, or a receipt number');
  if (!named.startsWith('HD-')) return named;
  const person = await roles.personOfReceipt(named);
  if (person === null) throw new Error(`nothing has the receipt number ${named}`);
  return person;
}

function checkedName(name: string | undefined): string {
  const checked = validate(nameField, name ?? '');
  if (!checked.ok) throw new Error('--name is missing or unfit: up to 40 characters in one line');
  return checked.value;
}

async function run(
  roles: RoleStore,
  [action, named]: readonly string[],
  name: string | undefined,
): Promise<void> {
  switch (action) {
    case 'grant': {
      const record = { name: checkedName(name), grantedAt: new Date().toISOString() };
      const person = await personOf(roles, named);
      await roles.setRole(person, record);
      console.log(`${person} is a verifier, as ${record.name}`);
      return;
    }
    case 'remove': {
      const person = await personOf(roles, named);
      await roles.setRole(person, null);
      console.log(`${person} is no verifier; their next call is refused`);
      return;
    }
    case 'list':
      for (const { person, verifier } of await roles.verifiers()) {
        console.log(`${person}  ${verifier.name}  since ${verifier.grantedAt}`);
      }
      return;
    default:
      throw new Error('say what to do: grant, remove or list');
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      data: { type: 'string', default: DESK_DATA },
      environment: { type: 'boolean', default: false },
    },
  });
  if (values.environment) {
    const sdk = openSdk(readConfiguration(process.env, ['rules'], ROOT), process.env);
    await run(environmentRoles(sdk as unknown as RoleSdk), positionals, values.name);
    return;
  }
  const data = openData(values.data, SCHEMA, { strict: true });
  try {
    await run(localRoles(data), positionals, values.name);
  } finally {
    data.close();
  }
}

void runMain(main, USAGE);
