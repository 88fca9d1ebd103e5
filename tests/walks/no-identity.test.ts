import type { LocalCloud } from 'local-cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isPublicKind } from '../../src/contract/endpoint';
import { callAs, startEmptyCloud } from '../testkit/cloud';
import { DEFINITIONS } from '../testkit/endpoints';

const IDENTIFIED = Object.values(DEFINITIONS).filter(({ kind }) => !isPublicKind(kind));

/** An environment whose rules let every caller through, as one opened for Moments may. */
describe('a caller whom the platform does not identify', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startEmptyCloud({ rules: { '*': 'anyone' } });
  });
  afterAll(() => cloud.close());

  it.each([
    ['an empty OPENID', ''],
    ['no OPENID', undefined],
  ])('with %s is refused by every endpoint that is about a person', async (_words, person) => {
    const codes = await Promise.all(
      IDENTIFIED.map(async ({ name }) => [
        name,
        (await callAs(cloud, person).refused(name, {})).code,
      ]),
    );
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter(([, code]) => code !== 'not_identified')).toEqual([]);
  });

  it('with an empty OPENID is not the person of a call before', async () => {
    expect((await callAs(cloud, 'ann').raw('shop.mine', {})).ok).toBe(true);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => callAs(cloud, '').refused('shop.mine', {})),
    );
    expect(answers.map(({ code }) => code)).toEqual(Array(4).fill('not_identified'));
  });
});
