import type { LocalCloud } from 'local-cloud';

import type { InputOf } from '../src/contract/endpoints';
import type { LiveSession } from '../src/contract/live-session';
import { addDays, addMinutes, chinaDayOf, type Instant, instantInChina } from '../src/domain/time';
import type { SeedCall } from './caller';
import { startNear } from './hours';
import { decideOn } from './verifier';

/** A host of the agency, with their own account. */
export interface AgencyHost {
  readonly name: string;
  readonly hostId: string;
  readonly accountId: string | null;
}

/** Words that the service which checks them wants a person to look at. */
const TO_BE_REVIEWED = '全网最低';

/** A session as it is planned. */
interface Plan {
  title: string;
  /** The first one's account is used. */
  hosts: readonly AgencyHost[];
  startAt: Instant;
  minutes: number;
}

class AgencyDiary {
  constructor(
    private readonly cloud: LocalCloud,
    private readonly call: SeedCall,
    private readonly shopId: string,
  ) {}

  private planOf({ title, hosts, startAt, minutes }: Plan) {
    return {
      title,
      hostIds: hosts.map(({ hostId }) => hostId),
      accountId: hosts[0]?.accountId ?? null,
      startAt,
      endAt: addMinutes(startAt, minutes),
      goalFen: null,
      teasers: [],
      isAiPresenter: false,
    } satisfies Partial<InputOf<'liveSession.schedule'>>;
  }

  /** Plans a session at `at`. */
  async schedule(plan: Plan, at: Instant): Promise<LiveSession> {
    this.cloud.setNow(at);
    const input = { shopId: this.shopId, ...this.planOf(plan), repeat: null };
    return (await this.call('liveSession.schedule', input)).session;
  }

  /** Plans a session the day before, and starts it in time. */
  async start(plan: Plan): Promise<LiveSession> {
    const { id: sessionId } = await this.schedule(plan, addMinutes(plan.startAt, -1440));
    this.cloud.setNow(addMinutes(plan.startAt, 1));
    return (await this.call('liveSession.goLive', { sessionId, at: null })).session;
  }

  /** Moves a plan to another time. */
  async reschedule({ id: sessionId, version }: LiveSession, plan: Plan, at: Instant) {
    this.cloud.setNow(at);
    const input = { sessionId, version, ...this.planOf(plan), which: 'this' } as const;
    await this.call('liveSession.edit', input);
  }
}

/**
 * A session of the agency in every state that has no other example: planned, moved, cancelled, due,
 * unconfirmed, paused and left running; and titles that a verifier looks at.
 */
export async function seedAgencySessions(
  cloud: LocalCloud,
  call: SeedCall,
  shopId: string,
  hosts: readonly AgencyHost[],
  now: Instant,
): Promise<void> {
  const diary = new AgencyDiary(cloud, call, shopId);
  const [first, second, third, fourth] = hosts;
  if (!first || !second || !third || !fourth) throw new Error('demo: the agency has four hosts');
  const today = chinaDayOf(now);
  const on = (days: number, time: string): Instant => instantInChina(addDays(today, days), time);
  const ago = (minutes: number): Instant => addMinutes(now, -minutes);

  await diary.start({
    title: '厨房小物清仓',
    hosts: [second],
    startAt: on(-2, '20:00'),
    minutes: 180,
  });
  const missed = { title: '零食囤货夜', hosts: [third], startAt: on(-1, '19:30'), minutes: 150 };
  await diary.schedule(missed, on(-3, '11:00'));
  const startAt = startNear(ago(60));
  const paused = await diary.start({
    title: '日用百货专场',
    hosts: [second],
    startAt,
    minutes: 180,
  });
  cloud.setNow(ago(5));
  await call('liveSession.pause', { sessionId: paused.id });

  const called = { title: '面膜试用专场', hosts: [first], startAt: on(1, '19:00'), minutes: 150 };
  const { id: sessionId } = await diary.schedule(called, on(-4, '14:00'));
  cloud.setNow(on(-2, '15:30'));
  await call('liveSession.cancel', { sessionId });
  const moved = { title: '本地农产专场', hosts: [fourth], startAt: on(2, '19:30'), minutes: 120 };
  const before = await diary.schedule(moved, on(-4, '14:20'));
  await diary.reschedule(before, { ...moved, startAt: on(4, '20:00') }, on(-2, '15:40'));

  const risky = { hosts: [first], startAt: on(5, '20:00'), minutes: 150 };
  await diary.schedule({ ...risky, title: `${TO_BE_REVIEWED}价护肤夜` }, on(-3, '16:00'));
  cloud.setNow(on(-2, '10:00'));
  const words = '“全网最低”没有依据，请改成具体的价格。';
  const reasons = [{ field: 'title', reason: 'other', words } as const];
  await decideOn(cloud, { id: shopId }, { outcome: 'returned', reasons }, 'words');
  const again = { ...risky, title: `洗护${TO_BE_REVIEWED}一晚`, startAt: on(6, '20:00') };
  await diary.schedule(again, on(-1, '17:00'));

  const festival = { hosts: [third, fourth], startAt: on(3, '14:00'), minutes: 180 };
  await diary.schedule({ ...festival, title: '花都年货节预热' }, ago(180));
  const due = { title: '护肤小课堂', hosts: [first], startAt: startNear(ago(10)), minutes: 180 };
  await diary.schedule(due, ago(600));
}
