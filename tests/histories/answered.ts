// The answers of the endpoints, in the shape of the recount: labels in place of ids.
import type { EndpointName, InputOf, OutputOf } from '../../src/contract/endpoints';
import type { Figures, HostFigures } from '../../src/contract/figures';
import type { LiveSessionRow } from '../../src/contract/live-session';
import type { LedgerEntry } from '../../src/contract/sales';
import { safetyOf } from '../../src/domain/incentive/safety';
import { playedOf } from './answers';
import type { Player } from './player';
import type { Label, Question } from './steps';

/** The rule sets that the history knows: answers need not carry them. */
const KNOWN = ['huadu-2020.v3', 'fiction-2026.v1', 'conghua-2020.v2'];

/** An answer, or the code of its refusal. */
type Asked<Data> = { readonly data: Data } | { readonly refused: string };

async function ask<N extends EndpointName>(
  player: Player,
  at: string,
  endpoint: N,
  input: InputOf<N>,
): Promise<Asked<OutputOf<N>>> {
  const answer = await player.during(at, () => player.owner.raw(endpoint, input, null));
  const played = playedOf(endpoint, answer);
  if (!played.ok) return { refused: played.code };
  return { data: played.data as OutputOf<N> };
}

type Progress = OutputOf<'incentive.progress'>;
type Award = Progress['schemes'][number]['progress']['awards'][number];

type Condition = Award['tiers'][number]['conditions'][number];

/** The day from which a reached amount is safe, as the page works it out from the answer. */
function safeOf(condition: Condition, settlement: Progress['settlement']): string | null {
  const safety = settlement && safetyOf(condition, settlement);
  return safety?.kind === 'from' ? safety.on : (safety?.kind ?? null);
}

function conditionOf(condition: Condition, settlement: Progress['settlement']) {
  const { conditionId, metric, answer, low, high, threshold, gap, missing, settled } = condition;
  return {
    conditionId,
    metric,
    answer,
    low,
    high,
    threshold,
    gap,
    missing,
    settled,
    safe: safeOf(condition, settlement),
  };
}

function tierOf(
  { tierId, byFigures, bySettled, conditions, toConfirm, award }: Award['tiers'][number],
  settlement: Progress['settlement'],
) {
  return {
    tierId,
    byFigures,
    bySettled,
    conditions: conditions.map((condition) => conditionOf(condition, settlement)),
    toConfirm: toConfirm.map(({ confirmId, state }) => ({ confirmId, state })),
    byFormulaFen: award.kind === 'formula' ? award.byFormulaFen : null,
  };
}

function awardOf({ tiers, ...award }: Award, settlement: Progress['settlement']) {
  const { awardId, metric, reachedTierId, atMostTierId, nextTierId } = award;
  return {
    awardId,
    metric,
    reachedTierId,
    atMostTierId,
    nextTierId,
    tiers: tiers.map((tier) => tierOf(tier, settlement)),
  };
}

function schemesOf({ schemes, settlement }: Progress) {
  const answers = schemes.map(({ ruleSetKey, progress: { coverage, awards } }) => {
    const reshaped = awards.map((award) => awardOf(award, settlement));
    return [ruleSetKey, { coverage: coverage.state, awards: reshaped }] as const;
  });
  return Object.fromEntries(answers);
}

function settlementOf(settlement: Progress['settlement']) {
  if (settlement === null) return null;
  const { settledFen, unsettledFen, settledOn, settling, platforms } = settlement;
  const open = platforms.map(({ platform, ...each }) => [platform, each] as const);
  return { settledFen, unsettledFen, settledOn, settling, platforms: Object.fromEntries(open) };
}

function isBlank(sums: NonNullable<Progress['months']>[string]): boolean {
  return sums.orderedFen === 0 && sums.paidFen === 0 && sums.refundedFen === 0;
}

function monthsOf(months: Progress['months']) {
  if (months === null) return null;
  return Object.fromEntries(Object.entries(months).filter(([, sums]) => !isBlank(sums)));
}

function followersOf(player: Player, { followers }: Progress) {
  const read = followers.map(({ accountId, platform, count, readOn }) => {
    const account = player.labelOf(accountId) ?? '';
    return [account, { account, platform, count, readOn }] as const;
  });
  return Object.fromEntries(read);
}

/** Progress of a host or store. */
export async function askProgress(player: Player, { host, year, asOf }: Question, at: string) {
  const about = { shopId: player.shopId, hostId: player.idOf(host), year, asOf };
  const asked = await ask(player, at, 'incentive.progress', { ...about, knownRuleSets: KNOWN });
  if ('refused' in asked) return asked;
  const { subject, sums, months, settlement, path } = asked.data;
  return {
    subject: subject.kind === 'shop' ? 'store' : player.labelOf(subject.id),
    year: asked.data.year,
    sums,
    months: monthsOf(months),
    settlement: settlementOf(settlement),
    path: path && {
      from: path.from,
      netFen: path.netFen,
      ranges: Object.fromEntries((path.ranges ?? []).map(({ month, ...range }) => [month, range])),
    },
    followers: followersOf(player, asked.data),
    schemes: schemesOf(asked.data),
  };
}

/** Every host on the ladder, and their order. */
export async function askHosts(player: Player, year: number, at: string) {
  const input = { shopId: player.shopId, year, knownRuleSets: KNOWN };
  const asked = await ask(player, at, 'incentive.hosts', input);
  if ('refused' in asked) return asked;
  const { ladder, hosts, unassigned, net } = asked.data;
  const rows = hosts.map(({ hostId, name: _name, missing, standing: _standing, ...figures }) => {
    const host = player.labelOf(hostId) ?? '';
    return [host, { host, ...figures, missing: [...missing].sort() }] as const;
  });
  const order = hosts.map(({ net, standing }) => {
    return net === null ? [2, 0] : standing.blocker === null ? [1, 0] : [0, standing.distance];
  });
  return { ladder, order, hosts: Object.fromEntries(rows), unassigned, net };
}

/** A line of the ledger. */
export function lineOf(player: Player, entry: LedgerEntry) {
  const { sessionId, hostId, accountId, replaces, soldFor } = entry;
  const { platform, kind, amountFen, bookedOn, returnedOn, basis, source, status } = entry;
  return {
    session: player.labelOf(sessionId),
    host: player.labelOf(hostId),
    account: player.labelOf(accountId),
    platform,
    kind,
    amountFen,
    bookedOn,
    returnedOn,
    basis,
    source,
    soldFor: { name: soldFor.name, aboveThresholdHuadu: soldFor.aboveThresholdHuadu },
    status,
    replaces: player.labelOf(replaces),
  };
}

/** All pages of a ledger: of a session or (null) of the store, of a month or (null) of all time. */
export async function askLedger(
  player: Player,
  { session, ...part }: { session: Label | null; month: string | null; isUnassigned?: boolean },
  at: string,
) {
  const about = { shopId: player.shopId, sessionId: player.idOf(session), ...part };
  const items: LedgerEntry[] = [];
  let cursor: string | null = null;
  do {
    const asked: Asked<OutputOf<'sales.ledger'>> = await ask(player, at, 'sales.ledger', {
      ...about,
      cursor,
    });
    if ('refused' in asked) throw new Error(`the ledger is refused: ${asked.refused}`);
    items.push(...asked.data.items);
    cursor = asked.data.cursor;
  } while (cursor !== null);
  return items;
}

type YearView = OutputOf<'incentive.year'>['bySale'];

/** The months that hold something, and the total of all lines. */
function statementOf({ months, unknownDayFen }: YearView) {
  const sum = (pick: (line: YearView['months'][number]) => number): bigint =>
    months.reduce((total, line) => total + BigInt(pick(line)), 0n);
  const unknown = BigInt(unknownDayFen);
  const isBlankLine = ({ paid, refundedFen }: YearView['months'][number]): boolean =>
    paid.low === 0 && paid.high === 0 && refundedFen === 0;
  return {
    months: Object.fromEntries(
      months.filter((line) => !isBlankLine(line)).map(({ month, ...line }) => [month, line]),
    ),
    unknownDayFen,
    total: {
      paid: { low: sum(({ paid }) => paid.low), high: sum(({ paid }) => paid.high) },
      refundedFen: sum(({ refundedFen }) => refundedFen) + unknown,
      net: {
        low: sum(({ net }) => net.low) - unknown,
        high: sum(({ net }) => net.high) - unknown,
      },
    },
  };
}

/** A year month by month, in both views. */
export async function askYear(
  player: Player,
  { host, year }: Pick<Question, 'host' | 'year'>,
  at: string,
) {
  const { shopId } = player;
  const asked = await ask(player, at, 'incentive.year', {
    shopId,
    hostId: player.idOf(host),
    year,
  });
  if ('refused' in asked) return asked;
  const { subject, bySale, byReturn, coversFrom } = asked.data;
  return {
    subject: subject.id === shopId ? 'store' : player.labelOf(subject.id),
    year: asked.data.year,
    coversFrom,
    bySale: statementOf(bySale),
    byReturn: statementOf(byReturn),
  };
}

/** The entries behind the net of a host or store in a year, by label. */
export async function askExplained(player: Player, host: Label | null, year: number, at: string) {
  const about = { shopId: player.shopId, hostId: player.idOf(host), year, month: null };
  const labels: (string | null)[] = [];
  let cursor: string | null = null;
  do {
    const input: InputOf<'incentive.explain'> = { ...about, metric: 'net_sales', cursor };
    const asked: Asked<OutputOf<'incentive.explain'>> = await ask(
      player,
      at,
      'incentive.explain',
      input,
    );
    if ('refused' in asked) return asked;
    const { leaves } = asked.data;
    if (leaves.of === 'entries') labels.push(...leaves.items.map(({ id }) => player.labelOf(id)));
    cursor = asked.data.cursor;
  } while (cursor !== null);
  return { labels: labels.sort() };
}

/** What sessions sold by month of a year, of a host or (null) of the store. */
export async function askMonths(
  player: Player,
  { host, year }: Pick<Question, 'host' | 'year'>,
  at: string,
) {
  const input = { shopId: player.shopId, hostId: player.idOf(host), year };
  const asked = await ask(player, at, 'liveSession.months', input);
  if ('refused' in asked) return asked;
  const rows = asked.data.months.map(({ month, ...sums }) => [month, sums] as const);
  return Object.fromEntries(rows);
}

function figuresOf({ orderedFen, paidFen, refundedFen, net, lacksSale, entryCount }: Figures) {
  return { orderedFen, paidFen, refundedFen, net, lacksSale, entryCount };
}

/** The sessions of the store. */
export async function askSessions(player: Player, at: string) {
  const input = { shopId: player.shopId, tab: 'all' as const, cursor: null };
  const asked = await ask(player, at, 'liveSession.list', input);
  if ('refused' in asked) return asked;
  const rows = asked.data.items.map((row) => {
    return [player.labelOf(row.id) ?? '', rowOf(player, row)] as const;
  });
  return Object.fromEntries(rows);
}

function rowOf(player: Player, { hosts, accountId, bookedOn, figures }: LiveSessionRow) {
  return {
    hosts: hosts.map(({ id }) => player.labelOf(id)),
    account: player.labelOf(accountId),
    bookedOn,
    figures: figuresOf(figures),
  };
}

/** A session in full. */
export async function askSession(player: Player, session: Label, at: string) {
  const asked = await ask(player, at, 'liveSession.get', { sessionId: player.idOf(session) ?? '' });
  if ('refused' in asked) return asked;
  const { hostFigures } = asked.data.session;
  return {
    ...rowOf(player, asked.data.session),
    hostFigures: hostFiguresOf(player, hostFigures),
  };
}

function hostFiguresOf(player: Player, hostFigures: HostFigures) {
  const rows = hostFigures.map(({ hostId, figures }) => {
    return [player.labelOf(hostId) ?? 'none', figuresOf(figures)] as const;
  });
  return Object.fromEntries(rows);
}

/** The answer of a write of money. */
export function writeOf(
  player: Player,
  { entry, ...answer }: OutputOf<'sales.record'> | OutputOf<'sales.move'>,
  warnings: readonly string[],
) {
  const left = 'left' in answer ? answer.left : null;
  return {
    line: lineOf(player, entry),
    figures: figuresOf(answer.figures),
    hostFigures: hostFiguresOf(player, answer.hostFigures),
    warnings: [...warnings].sort(),
    left: left && {
      session: player.labelOf(left.sessionId),
      figures: figuresOf(left.figures),
      hostFigures: hostFiguresOf(player, left.hostFigures),
    },
  };
}
