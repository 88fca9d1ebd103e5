import type { LocalCloud } from 'local-cloud';
import { toPublished } from '../../src/contract/published-rule-set';
import type { FactKey } from '../../src/domain/incentive/facts';
import { addDays, chinaDayOf, yearOf } from '../../src/domain/time';
import type { LineOfBusiness } from '../../src/domain/shop/shop';
import { PATHS } from '../../src/paths';
import fiction from '../../tests/testkit/fixtures/fiction-2026.v1.json';
import { buildPaid } from '../../tests/testkit/builders';
import { callAs } from '../../tests/testkit/cloud';
import { openStore, type TestStore } from '../../tests/testkit/stores';
import { inviteHost } from '../../tests/testkit/teams';

/** Fen of 10,000 yuan. */
export const WAN = 1_000_000;
const YI = 10_000 * WAN;

/** A screen to take a picture of: the person, the page and the language. */
export interface PictureState {
  name: string;
  person: string;
  path: string;
  lang?: 'en-US';
  /** A word to tap first, exactly as it is written. */
  tap?: string;
  /** What is done first: elements that are pressed, and words that are typed. */
  steps?: readonly ({ press: string } | { type: string })[];
  /** The screen as it is first seen, not the whole page. */
  isScreen?: true;
  /** Where the phone is; in China without it. */
  timezoneId?: string;
  /** The screen as it is first seen on a small phone of 320 px, not the whole page. */
  isSmall?: true;
}

const PROGRESS = PATHS.progress.url();
const SCHEMES = PATHS.schemes.path;
const SHARED_CHECK = PATHS.precheck.url({ scheme: 'huadu-2020' });

/** The words that show the schemes of other places, in both languages. */
const SHOW_ELSEWHERE = ['也看别处的办法', 'Show schemes of other places'] as const;

/** Progress under a scheme of another place, by the words to tap on the page of all schemes. */
function elsewhere(name: string, zh: readonly string[], en: readonly string[]): PictureState[] {
  const page = { person: 'streamer', path: SCHEMES };
  const open = (words: readonly string[]) => words.map((word) => ({ press: `text="${word}"` }));
  return [
    { ...page, name, tap: SHOW_ELSEWHERE[0], steps: open(zh) },
    { ...page, name: `${name}.en`, lang: 'en-US', tap: SHOW_ELSEWHERE[1], steps: open(en) },
  ];
}

/** Records a paid amount of a day. */
export function sell(
  { owner, shopId, hostId, accountId }: TestStore,
  bookedOn: string,
  fen: number,
) {
  const target = { of: 'day', bookedOn, hostId, accountId } as const;
  return owner.ok('sales.record', buildPaid(shopId, '', { target, amountFen: fen }));
}

/** Records how many followers the store's account had on a day. */
export function readFollowers(store: TestStore, count: number, readOn: string) {
  const { owner, shopId, accountId } = store;
  return owner.ok('applicant.recordFollowers', { shopId, accountId, count, readOn });
}

/** Registers a store that declares one amount, in fen. */
async function openDeclaring(
  cloud: LocalCloud,
  person: string,
  declared: { line: LineOfBusiness; fact: FactKey; fen: number; year: number | null },
): Promise<void> {
  const store = await openStore(cloud, person, { lineOfBusiness: declared.line });
  const { fact, fen: value, year } = declared;
  const { owner, shopId } = store;
  await owner.ok('applicant.declare', { shopId, hostId: null, fact, value, year });
}

/** Makes a person a host of a store, with or without permission to see their sums. */
async function link(
  cloud: LocalCloud,
  person: string,
  store: TestStore,
  isSharingSums: boolean,
): Promise<void> {
  await callAs(cloud, person).ok('team.join', await inviteHost(store, isSharingSums));
}

/**
 * Creates stores for every state of a progress page.
 * @param now instant of the demonstration; at the start of a year some states belong to the year
 *   before
 * @returns the screens in the order in which to take them: the last one follows `publish`
 */
export async function prepareIncentives(
  cloud: LocalCloud,
  now: string,
): Promise<{ states: PictureState[]; later: PictureState[]; publish: () => Promise<void> }> {
  const today = chinaDayOf(now);
  const year = yearOf(today);
  const longAgo = addDays(today, -90);
  await openStore(cloud, 'state-nothing');
  const ordered = await openStore(cloud, 'state-cannot-tell');
  const { owner, shopId, hostId, accountId } = ordered;
  const target = { of: 'day', bookedOn: today, hostId, accountId } as const;
  const order = { target, kind: 'ordered' as const, amountFen: 2350 * WAN };
  await owner.ok('sales.record', buildPaid(shopId, '', order));
  const short = await openStore(cloud, 'state-one-fen-short');
  await sell(short, longAgo, 2000 * WAN);
  await readFollowers(short, 612_000, today);
  const blocked = await openStore(cloud, 'state-one-follower-short');
  await sell(blocked, longAgo, 1112 * WAN);
  await readFollowers(blocked, 500_000, today);
  const met = await openStore(cloud, 'state-met');
  await sell(met, longAgo, 1200 * WAN);
  await readFollowers(met, 612_000, today);
  const local = { fact: 'local_streamer' as const, value: true, year: null };
  await met.owner.ok('applicant.declare', { shopId: met.shopId, hostId: met.hostId, ...local });
  const young = await openStore(cloud, 'state-unsettled');
  await sell(young, longAgo, 300 * WAN);
  await sell(young, addDays(today, -3), 800 * WAN);
  await readFollowers(young, 612_000, today);
  const capital = { fact: 'paid_in_capital' as const, fen: 3.5 * YI, year: null };
  await openDeclaring(cloud, 'state-capital', { line: 'mcn', ...capital });
  const revenue = { fact: 'operating_revenue' as const, fen: 12 * YI, year };
  await openDeclaring(cloud, 'state-turnover', { line: 'brand_or_shop', ...revenue });
  await link(cloud, 'state-host', met, true);
  await link(cloud, 'state-host', young, true);
  await link(cloud, 'state-host', short, false);
  const tier = 'awardId=HD-ANCHOR&tierId=A3&conditionId=A3-sales';
  const states: PictureState[] = [
    { name: 'nothing-recorded', person: 'state-nothing', path: PROGRESS },
    { name: 'cannot-tell', person: 'state-cannot-tell', path: PROGRESS },
    { name: 'in-progress', person: 'streamer', path: PROGRESS },
    { name: 'in-progress.en', person: 'streamer', path: PROGRESS, lang: 'en-US' },
    { name: 'one-fen-short', person: 'state-one-fen-short', path: PROGRESS },
    { name: 'one-follower-short', person: 'state-one-follower-short', path: PROGRESS },
    {
      name: 'one-follower-short.en',
      person: 'state-one-follower-short',
      path: PROGRESS,
      lang: 'en-US',
    },
    { name: 'met-two-to-confirm', person: 'state-met', path: PROGRESS },
    { name: 'unsettled', person: 'state-unsettled', path: PROGRESS },
    { name: 'unsettled.en', person: 'state-unsettled', path: PROGRESS, lang: 'en-US' },
    { name: 'year-not-covered', person: 'streamer', path: `${PATHS.award.path}?year=2025` },
    { name: 'mcn-capital', person: 'state-capital', path: PROGRESS },
    { name: 'company-turnover', person: 'state-turnover', path: PROGRESS },
    { name: 'conflict', person: 'streamer', path: `${PATHS.explain.path}?${tier}` },
    { name: 'rules', person: 'streamer', path: PATHS.award.path },
    { name: 'earlier-day', person: 'streamer', path: PATHS.past.path },
    { name: 'forecast', person: 'streamer', path: PATHS.forecast.path },
    { name: 'forecast.en', person: 'streamer', path: PATHS.forecast.path, lang: 'en-US' },
    { name: 'all-schemes', person: 'streamer', path: SCHEMES, tap: SHOW_ELSEWHERE[0] },
    {
      name: 'all-schemes.en',
      person: 'streamer',
      path: SCHEMES,
      lang: 'en-US',
      tap: SHOW_ELSEWHERE[1],
    },
    ...elsewhere('one-of-two-is-enough', ['义乌 2021'], ['Yiwu 2021']),
    ...elsewhere(
      'growth',
      ['苏州 2023', '主播奖励（第二年）'],
      ['Suzhou 2023', 'Reward for streamers, second year'],
    ),
    { name: 'when-final', person: 'streamer', path: PATHS.final.path },
    { name: 'when-final.en', person: 'streamer', path: PATHS.final.path, lang: 'en-US' },
    { name: 'shared-check', person: 'stranger', path: SHARED_CHECK },
    { name: 'shared-check.en', person: 'stranger', path: SHARED_CHECK, lang: 'en-US' },
    { name: 'what-if', person: 'streamer', path: PATHS.whatIf.path },
    { name: 'all-hosts', person: 'mcn', path: PATHS.ladder.path },
    { name: 'all-hosts.en', person: 'mcn', path: PATHS.ladder.path, lang: 'en-US' },
    { name: 'own-sums', person: 'state-host', path: PATHS.ownSums.path },
  ];
  const publish = async (): Promise<void> => {
    await cloud.database.insert('rule_sets', [{ ...toPublished(fiction, now) }]);
  };
  const later: PictureState[] = [
    { name: 'another-scheme', person: 'streamer', path: PROGRESS },
    { name: 'another-scheme.en', person: 'streamer', path: PROGRESS, lang: 'en-US' },
  ];
  return { states, later, publish };
}
