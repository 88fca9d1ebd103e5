// Every read of a list with a limit, at one document more than the limit: nothing is lost silently.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { WireCall } from 'local-cloud';
import { READ_LIMITS } from '../../cloud/repositories/read-limits';
import { CHANGES } from './cases/changes';
import { DISCOVERY } from './cases/discovery';
import { MONEY } from './cases/money';
import { PEOPLE } from './cases/people';
import { REVIEWS } from './cases/reviews';
import { SESSIONS } from './cases/sessions';
import { Kit, type LimitCase, type LimitName } from './kit';

/** A limit without a case does not compile. */
const CASES: Readonly<Record<LimitName, LimitCase>> = {
  ...PEOPLE,
  ...DISCOVERY,
  ...SESSIONS,
  ...MONEY,
  ...CHANGES,
  ...REVIEWS,
};

describe('a read with a limit', () => {
  let kit: Kit;
  let wire: WireCall[] = [];

  beforeEach(async () => {
    kit = await Kit.open({ onWire: (call) => wire.push(call) });
    wire = [];
  });
  afterEach(() => kit.cloud.close());

  it.each(Object.keys(CASES) as LimitName[])('%s loses nothing at one more', async (name) => {
    const { from, reaches, pass } = CASES[name];
    await pass(kit);
    const most = Math.max(
      ...wire.filter(({ collection }) => collection === from).map((call) => call.documentsRead),
    );
    const limit: number = READ_LIMITS[name];
    expect(most, 'the case reads as many documents as the limit').toBeGreaterThanOrEqual(
      reaches ?? limit,
    );
  });
});
