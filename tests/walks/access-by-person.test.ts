// Every endpoint of the contract, really called by every person with an input that its owner may send.
import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import { pathOf, textOf } from '../../scripts/generated-page';
import { accessTableText, PAGE } from '../../scripts/access/table';
import { accessTable } from '../testkit/access-table';
import {
  accessMatrix,
  type AccessMatrix,
  answerByCapability,
  PEOPLE,
  type Person,
  timerAccess,
} from '../testkit/access-walk';
import { startTestCloud } from '../testkit/cloud';
import { ENDPOINT_NAMES, isStoring } from '../testkit/endpoints';

/** They read the host or the team that they are about before they can tell whether the caller is meant. */
const BY_LINK = ['host.unlink', 'team.join', 'team.leave'];

describe('who may call what', () => {
  let cloud: LocalCloud;
  let matrix: AccessMatrix;
  let timer: Readonly<Record<Person, string>>;

  beforeAll(async () => {
    const wire: WireCall[] = [];
    cloud = await startTestCloud({ workers: 1, onWire: (call) => wire.push(call) });
    matrix = await accessMatrix(cloud, wire);
    timer = await timerAccess(cloud);
  }, 180_000);
  afterAll(() => cloud.close());

  const outcomes = () =>
    ENDPOINT_NAMES.flatMap((name) =>
      PEOPLE.map((person) => {
        const outcome = matrix.get(name)?.[person];
        if (outcome === undefined) throw new Error(`${name} was not called as ${person}`);
        return { name, person, ...outcome };
      }),
    );

  it('is what the capabilities of the roles say, for every endpoint of the contract', () => {
    const rows = accessTable();
    expect(rows.map(({ name }) => name).sort()).toEqual([...ENDPOINT_NAMES].sort());
    const expected = new Set(
      rows.flatMap((row) =>
        PEOPLE.map((person) => `${row.name} ${person}: ${answerByCapability(row, person)}`),
      ),
    );
    const got = outcomes().map(({ name, person, answer }) => `${name} ${person}: ${answer}`);
    const others = got.filter((outcome) => !expected.has(outcome));
    expect(others, others.join('\n')).toEqual([]);
    expect(got).toHaveLength(expected.size);
  });

  it('lets nothing but its trigger run the timer', () => {
    expect(Object.entries(timer).filter(([, answer]) => answer === 'yes')).toEqual([
      ['timer', 'yes'],
    ]);
  });

  it('is decided by one call, before anything else is read', () => {
    const read = outcomes()
      .filter(({ name, answer }) => answer !== 'yes' && !BY_LINK.includes(name))
      .filter(
        ({ wire }) => wire.length > 1 || wire.some(({ collection }) => collection !== 'people'),
      )
      .map(({ name, person }) => `${name} ${person}`);
    expect(read).toEqual([]);
  });

  it('is refused with a code and nothing else', () => {
    const refused = outcomes().filter(({ error }) => error !== null);
    const telling = refused.filter(
      ({ error, answer }) => Object.keys(error ?? {}).length > 1 && answer !== 'limit_reached',
    );
    expect(refused.length).toBeGreaterThan(ENDPOINT_NAMES.length);
    expect(telling).toEqual([]);
  });

  it('changes something only by a write or a count that is answered', () => {
    const changed = outcomes().filter(({ isChanged }) => isChanged);
    expect(changed.filter(({ name, answer }) => answer !== 'yes' || !isStoring(name))).toEqual([]);
    const answered = outcomes().filter(({ name, answer }) => answer === 'yes' && isStoring(name));
    expect(changed).toHaveLength(answered.length);
  });

  it('stands in docs/generated/access.md as `npm run access -- --write` writes it', async () => {
    const text = await textOf(PAGE, accessTableText({ rows: accessTable(), matrix, timer }));
    expect(readFileSync(pathOf(PAGE), 'utf8')).toBe(text);
  });
});
