// The hosts and accounts of a store, and what is sold before it has any host.
import { PLATFORMS } from '../../src/domain/shop/platform';
import { standingOf } from './book';
import { anyAmount } from './choices';
import type { Draft } from './draft';
import { amountOf, backfill, record } from './sales-steps';
import { MAX_HOSTS, type Target } from './steps';

/** Hosts of a store, mostly few; seldom more than one session has room for. */
function addHosts(draft: Draft): void {
  const { dice } = draft;
  const hosts = dice.chance(0.02) ? MAX_HOSTS + 1 : dice.whole(1, 3);
  for (let index = 1; index <= hosts; index += 1) {
    const platform = dice.pick(PLATFORMS);
    const account = dice.chance(0.6) ? { label: draft.label('a'), platform } : null;
    draft.add({ do: 'addHost', host: `h${String(index)}`, account });
  }
  if (hosts > MAX_HOSTS) crowd(draft);
}

/** A session with as many hosts as it has room for, and one more who sells in it. */
function crowd(draft: Draft): void {
  const { book, today } = draft;
  const session = draft.label('s');
  const hosts = book.hosts.slice(0, MAX_HOSTS);
  const when = { precision: 'day', day: today } as const;
  const about = { session, titled: session, hosts, account: null, when, figure: null };
  draft.add({ do: 'backfill', ...about });
  for (const host of [hosts.at(-1), book.hosts.at(-1)]) {
    const target = { in: 'session', session, host: host ?? null } as const;
    const amount = anyAmount(draft, today);
    draft.add({ do: 'record', entry: draft.label('e'), target, amount });
  }
}

/** Sales from before the store has hosts: they name none until they are moved to one. */
function unassigned(draft: Draft): void {
  const { dice } = draft;
  for (let count = dice.whole(1, 3); count > 0; count -= 1) {
    if (dice.chance(0.3)) draft.add(backfill(draft));
    else draft.add(record(draft));
  }
  if (dice.chance(0.5)) draft.pass();
}

/** Gives sales without a host to one. */
function assign(draft: Draft): void {
  const { dice } = draft;
  for (const entry of draft.book.entries.filter(({ host }) => host === null)) {
    const stated = standingOf(entry, null);
    if (stated === null || !dice.chance(0.7)) continue;
    const host = dice.pick(draft.book.hosts);
    const { session, account, bookedOn } = entry;
    const target: Target =
      session === null ? { in: 'day', host, account, bookedOn } : { in: 'session', session, host };
    const amount = amountOf(stated);
    draft.add({ do: 'move', entry: draft.label('e'), moved: stated.label, target, amount });
  }
}

/** The hosts and accounts of the store. */
export function setUp(draft: Draft): void {
  const { dice, flavour } = draft;
  if (draft.about.line !== 'streamer') {
    const isLate = !flavour.isOld && dice.chance(0.3);
    if (isLate) unassigned(draft);
    addHosts(draft);
    if (isLate) assign(draft);
  }
  if (!dice.chance(0.15)) return;
  const owner = dice.pick([null, ...draft.book.hosts, ...draft.book.hosts]);
  draft.add({ do: 'addAccount', account: draft.label('a'), platform: dice.pick(PLATFORMS), owner });
}
