import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { EndpointName } from '../../src/contract/endpoints';
import type { LiveSessionState } from '../../src/domain/live-session/live-session';
import { buildPaid } from '../testkit/builders';
import { callAs, contentOf, newKey, startTestCloud } from '../testkit/cloud';
import { ENDPOINT_NAMES, isWrite } from '../testkit/endpoints';
import {
  correctionIn,
  eveningIn,
  everythingIn,
  inputsAbout,
  joinOf,
  NOW,
  openStore,
  piecesIn,
  publish,
  sessionIn,
  versionOf,
} from '../testkit/stores';

const WRITES = ENDPOINT_NAMES.filter(isWrite);

/** The state from which each step is possible. */
const FROM: Partial<Record<EndpointName, LiveSessionState>> = {
  'duty.tick': 'scheduled',
  'duty.choose': 'scheduled',
  'liveSession.edit': 'unconfirmed',
  'liveSession.goLive': 'scheduled',
  'liveSession.pause': 'live',
  'liveSession.resume': 'paused',
  'liveSession.end': 'paused',
  'liveSession.cancel': 'scheduled',
  'liveSession.undo': 'scheduled',
  'liveSession.undoSeries': 'scheduled',
};

describe('a repeat of a write with its request key', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  beforeEach(() => cloud.setNow(NOW));
  afterAll(() => cloud.close());

  /** Prepares a store in which `endpoint` is possible. @returns an input for it. */
  const prepare = async (endpoint: EndpointName, person: string): Promise<unknown> => {
    const store = await openStore(cloud, person);
    const { owner, shopId, hostId } = store;
    if (endpoint === 'liveSession.join') return joinOf(store, await piecesIn(store, 2));
    if (endpoint === 'liveSession.split') {
      const { id, version } = await eveningIn(store, await piecesIn(store, 2));
      return { sessionId: id, version };
    }
    const ended = await sessionIn(store, 'ended');
    const from = FROM[endpoint];
    const session = from === undefined ? ended : await sessionIn(store, from);
    const { entry } = await owner.ok('sales.record', buildPaid(shopId, ended.id));
    const local = { fact: 'local_streamer' as const, value: true, year: null };
    const { facts } = await owner.ok('applicant.declare', { shopId, hostId, ...local });
    if (endpoint === 'shop.publish') await publish(store);
    const ids = { sessionId: session.id, entryId: entry.id, declarationId: facts[0]?.id ?? '' };
    const invited = await owner.ok('host.invite', { shopId, hostId, isSharingSums: true });
    const code = invited.invitation?.code ?? '';
    const added = { shopId, name: '另一位', account: null };
    const otherHostId = (await owner.ok('host.add', added)).host.id;
    const version = await versionOf(store);
    const isWithdrawal = endpoint === 'duty.withdraw';
    const correctionId = isWithdrawal ? await correctionIn(store, ended.id) : '';
    return inputsAbout(store, { ...ids, version, code, correctionId, otherHostId })[endpoint];
  };

  it.each(WRITES)(
    'gets the first answer of %s again, at once and a month later',
    async (endpoint) => {
      const person = endpoint.replace('.', '-');
      const input = await prepare(endpoint, person);
      const caller = callAs(cloud, person);
      const key = newKey();
      const first = await caller.raw(endpoint, input, key);
      expect(first).toMatchObject({ ok: true });
      const stored = everythingIn(cloud);
      for (const now of [NOW, '2026-12-24T02:00:00.000Z']) {
        cloud.setNow(now);
        const again = await caller.raw(endpoint, input, key);
        expect(contentOf(again)).toEqual(contentOf(first));
        expect(everythingIn(cloud)).toEqual(stored);
      }
    },
  );
});
