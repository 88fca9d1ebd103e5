import * as v from 'valibot';

import { MISSING_REASONS, type Progress } from '../domain/incentive/progress';
import type { Standing } from '../domain/incentive/standing';
import { MAX_KNOWN_RULE_SETS, type RuleSet } from '../domain/incentive/rule-set';
import type { YearFigures, YearSums } from '../domain/sales/year-totals';
import type { Forecast } from '../domain/forecast/types';
import type { SalesPath } from '../domain/forecast/path';
import type { PlanOutlook } from '../domain/forecast/plans';
import { PROMOTION_IDS } from '../domain/forecast/promotion-ids';
import type { Settlement } from '../domain/settlement/settlement';
import { PLATFORMS } from '../domain/shop/platform';
import { LINES_OF_BUSINESS } from '../domain/shop/shop';
import { declaredFact, followerReading } from './applicant-records';
import { publicRead, read } from './endpoint';
import {
  accountIdField,
  businessDayField,
  choiceField,
  cursorField,
  dayField,
  exactly,
  fenField,
  flagField,
  hostIdField,
  instantField,
  monthField,
  lineField,
  metricField,
  nameField,
  peopleField,
  shopIdField,
  yearField,
} from './fields';
import { netRange } from './figures';
import { ledgerEntry } from './sales';

// The engine's own results cross the wire as they are: their type is the domain's, and the engine's
// tests guard their shape.
const isObject = (input: unknown): boolean => typeof input === 'object' && input !== null;
const progress = v.custom<Progress>(isObject);
const ruleSet = v.custom<RuleSet>(isObject);
const standing = v.custom<Standing>(isObject);
const yearFigures = v.custom<YearFigures>(isObject);
const months = v.custom<YearSums['byMonth']>(isObject);
const settlement = v.custom<Settlement>(isObject);
const salesPath = v.custom<SalesPath>(isObject);
const forecast = v.custom<Forecast>(isObject);
const planOutlook = v.custom<PlanOutlook>(isObject);

/** Id and version of a rule set, `huadu-2020.v3`. */
const ruleSetKey = v.pipe(v.string('wrong_type'), v.regex(/^[a-z0-9-]+\.v\d+$/, 'bad_format'));

/** Id of a rule set without its version, `huadu-2020`. */
const ruleSetId = v.pipe(v.string('wrong_type'), v.regex(/^[a-z0-9-]{1,60}$/, 'bad_format'));

const knownRuleSets = v.pipe(v.array(ruleSetKey), v.maxLength(MAX_KNOWN_RULE_SETS, 'too_many'));

/** Whether schemes of other places are answered too, for comparison. */
const withComparison = v.optional(flagField, false);

/** The latest reading of an account within the year; null when there is none. */
const accountFollowers = exactly({
  accountId: accountIdField,
  platform: choiceField(PLATFORMS),
  count: v.nullable(peopleField),
  readOn: v.nullable(dayField),
});

/** Awards of a scheme with the progress towards them. */
const schemes = v.array(exactly({ ruleSetKey, progress }));

/** Progress of a host or store in a year, now or at the end of an earlier day. */
export const incentiveProgress = read('incentive.progress', {
  input: exactly({
    shopId: shopIdField,
    /** null is the store; the store of a streamer stands for its one host. */
    hostId: v.nullable(hostIdField),
    year: yearField,
    /** Figures, statements and rules as they were at the end of this China day; null: as they are. */
    asOf: v.nullable(businessDayField),
    withComparison,
    /** Promotions in which the merchant does not take part, for the forecast. */
    promotionsOff: v.optional(
      v.pipe(v.array(choiceField(PROMOTION_IDS)), v.maxLength(PROMOTION_IDS.length, 'too_many')),
      [],
    ),
    /** Rule sets that the client already holds; the answer leaves them out. */
    knownRuleSets,
  }),
  /** Everything a preview needs to show the effect of one more entry. */
  output: exactly({
    subject: exactly({
      kind: choiceField(['host', 'shop']),
      id: lineField(40),
      name: nameField,
    }),
    year: yearField,
    /** Instant at which the figures were read. */
    asOf: instantField,
    /** null: nothing recorded in this year. Blank is not zero. */
    sums: v.nullable(yearFigures),
    /** Bounds of the net of the year before; null where nothing is recorded, or no award asks. */
    lastYear: netRange,
    /** The months of `sums`; null where they are not kept: for an earlier day. */
    months: v.nullable(months),
    /** What may still come back; null where nothing is recorded, for an earlier day, for a store. */
    settlement: v.nullable(settlement),
    /** Net of each day until today, for a forecast; only of a host and of the running year. */
    path: v.nullable(salesPath),
    /** The forecast of each award that measures sales, and what planned sessions come to; empty where `path` is null. */
    outlooks: v.array(
      exactly({ ruleSetKey, awardId: lineField(40), forecast, plan: v.nullable(planOutlook) }),
    ),
    facts: v.array(declaredFact),
    /** Of every account of the host; without a reading this year the count is unknown, not 0. */
    followers: v.array(accountFollowers),
    /** By scheme, the one that covers the year first. */
    schemes,
    /** Rule sets of the schemes that the client does not hold. */
    ruleSets: v.array(ruleSet),
  }),
});

/** Every host of a store on the ladder, nearest to their next tier first. */
export const incentiveHosts = read('incentive.hosts', {
  input: exactly({ shopId: shopIdField, year: yearField, knownRuleSets }),
  output: exactly({
    year: yearField,
    asOf: instantField,
    /** Of the scheme that covers the year, or ended last; null where none measures hosts. */
    ladder: v.nullable(exactly({ ruleSetKey, awardId: lineField(40) })),
    hosts: v.array(
      exactly({
        hostId: hostIdField,
        name: nameField,
        net: netRange,
        /** Of the condition on followers; null while unknown. */
        followers: v.nullable(v.number()),
        /** What of `net.low` is of sales too old for returns, fen; may be below 0. */
        settledFen: v.pipe(v.number('wrong_type'), v.safeInteger('fractional')),
        reachedTierId: v.nullable(lineField(40)),
        nextTierId: v.nullable(lineField(40)),
        /** Net missing to the amount of the next tier not surely passed, fen; null above the last. */
        gapFen: v.nullable(fenField),
        missing: v.array(choiceField(MISSING_REASONS)),
        /** What blocks the next tier, and what is not confirmed of the reached one. */
        standing,
      }),
    ),
    /** Amounts that name no host: with those of the hosts they make the store's net. */
    unassigned: exactly({ net: netRange, entryCount: peopleField }),
    /** The store's net of the year. */
    net: netRange,
    ruleSets: v.array(ruleSet),
  }),
});

/** What the caller sold as a host, over the stores that let them see it. */
export const incentiveMine = read('incentive.mine', {
  input: exactly({ year: yearField, withComparison, knownRuleSets }),
  output: exactly({
    year: yearField,
    asOf: instantField,
    /** Every store the caller is a host of; those that do not agree are named and not counted. */
    places: v.array(
      exactly({
        hostId: hostIdField,
        shopName: nameField,
        hostName: nameField,
        isSharingSums: flagField,
        net: netRange,
      }),
    ),
    /** The sum over the stores that agree. */
    net: netRange,
    schemes,
    ruleSets: v.array(ruleSet),
  }),
});

const bounds = v.unwrap(netRange);

/** A year by month; amounts in fen. `net = paid − refunded`, low with low. */
const statement = exactly({
  months: v.array(exactly({ month: monthField, paid: bounds, refundedFen: fenField, net: bounds })),
  /** Refunds of the year's sales that no month contains, because their day is not known. */
  unknownDayFen: fenField,
});

/** The sales of a host or store in a year, month by month, with refunds on either of their days. */
export const incentiveYear = read('incentive.year', {
  input: exactly({
    shopId: shopIdField,
    /** null is the store; the store of a streamer stands for its one host. */
    hostId: v.nullable(hostIdField),
    year: yearField,
  }),
  output: exactly({
    subject: exactly({ id: lineField(40), name: nameField }),
    year: yearField,
    asOf: instantField,
    /** With each refund in the month of its sale. */
    bySale: statement,
    /** With each refund in the month in which it happened. */
    byReturn: statement,
    /** `byReturn` contains the refunds of sales of this year on: those of the year and the year before. */
    coversFrom: yearField,
  }),
});

/** The entries, readings or declarations that a figure comes from. */
export const incentiveExplain = read('incentive.explain', {
  input: exactly({
    shopId: shopIdField,
    hostId: v.nullable(hostIdField),
    year: yearField,
    metric: metricField,
    /** Only entries of sales in this China month; null for the whole year. */
    month: v.nullable(monthField),
    cursor: cursorField,
  }),
  output: exactly({
    leaves: v.variant('of', [
      exactly({ of: v.literal('entries'), items: v.array(ledgerEntry) }),
      exactly({ of: v.literal('readings'), items: v.array(followerReading) }),
      exactly({ of: v.literal('facts'), items: v.array(declaredFact) }),
    ]),
    cursor: cursorField,
  }),
});

/** Three answers held against the ladders; nothing is stored and no identity is needed. */
export const incentivePrecheck = publicRead('incentive.precheck', {
  /** null is "I do not know". */
  input: exactly({
    lineOfBusiness: choiceField(LINES_OF_BUSINESS),
    netFen: v.nullable(fenField),
    followers: v.nullable(peopleField),
    paidInCapitalFen: v.nullable(fenField),
    operatingRevenueFen: v.nullable(fenField),
    withComparison,
    /** Id of the one scheme to answer by; null: all of them. */
    scheme: v.optional(v.nullable(ruleSetId), null),
  }),
  output: exactly({ schemes, ruleSets: v.array(ruleSet) }),
});
