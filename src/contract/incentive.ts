import * as v from 'valibot';

import type { Progress } from '../domain/incentive/progress';
import type { RuleSet } from '../domain/incentive/rule-set';
import type { YearSums } from '../domain/sales/year-totals';
import { PLATFORMS } from '../domain/shop/platform';
import { LINES_OF_BUSINESS } from '../domain/shop/shop';
import { declaredFact, followerReading } from './applicant-records';
import {
  accountIdField,
  choiceField,
  cursorField,
  dayField,
  exactly,
  fenField,
  hostIdField,
  instantField,
  lineField,
  nameField,
  peopleField,
  shopIdField,
  yearField,
} from './fields';
import { ledgerEntry } from './sales';

// The engine's own results cross the wire as they are: their type is the domain's, and the engine's
// tests guard their shape.
const isObject = (input: unknown): boolean => typeof input === 'object' && input !== null;
const progress = v.custom<Progress>(isObject);
const ruleSet = v.custom<RuleSet>(isObject);
const yearSums = v.custom<YearSums>(isObject);

/** Id and version of a rule set, `huadu-2020.v1`. */
const ruleSetKey = v.pipe(v.string('wrong_type'), v.regex(/^[a-z0-9-]+\.v\d+$/, 'bad_format'));

/** The latest reading of an account within the year; null when there is none. */
const accountFollowers = exactly({
  accountId: accountIdField,
  platform: choiceField(PLATFORMS),
  count: v.nullable(peopleField),
  readOn: v.nullable(dayField),
});

/** `incentive.progress`: of a host, or of the store (`hostId` null; a streamer's store has one host). */
export const incentiveProgressInput = exactly({
  shopId: shopIdField,
  hostId: v.nullable(hostIdField),
  year: yearField,
  /** The rule set the client already holds; it is left out of the answer then. */
  knownRuleSet: v.nullable(ruleSetKey),
});

/** Everything a preview needs to say what one more entry would change. */
export const incentiveProgressOutput = exactly({
  subject: exactly({
    kind: choiceField(['host', 'shop']),
    id: lineField(40),
    name: nameField,
  }),
  year: yearField,
  /** Instant at which the figures were read. */
  asOf: instantField,
  /** null: nothing recorded in this year. Blank is not zero. */
  sums: v.nullable(yearSums),
  facts: v.array(declaredFact),
  /** Of every account of the host; an account nobody has read this year is unknown, not 0. */
  followers: v.array(accountFollowers),
  progress,
  ruleSetKey,
  /** null when the client said it holds this version. */
  ruleSet: v.nullable(ruleSet),
});

/** `incentive.explain`: the leaves under one condition, paged. */
export const incentiveExplainInput = exactly({
  shopId: shopIdField,
  hostId: v.nullable(hostIdField),
  year: yearField,
  awardId: lineField(40),
  tierId: lineField(40),
  conditionId: lineField(60),
  cursor: cursorField,
});

/** The entries, readings or declarations a condition's value comes from. */
export const incentiveExplainOutput = exactly({
  leaves: v.variant('of', [
    exactly({ of: v.literal('entries'), items: v.array(ledgerEntry) }),
    exactly({ of: v.literal('readings'), items: v.array(followerReading) }),
    exactly({ of: v.literal('facts'), items: v.array(declaredFact) }),
  ]),
  cursor: cursorField,
});

/** `incentive.precheck`: three questions, no login; null is "I do not know". */
export const incentivePrecheckInput = exactly({
  lineOfBusiness: choiceField(LINES_OF_BUSINESS),
  netFen: v.nullable(fenField),
  followers: v.nullable(peopleField),
  paidInCapitalFen: v.nullable(fenField),
  operatingRevenueFen: v.nullable(fenField),
});

/** Answers by the typed figures; nothing of it is stored. */
export const incentivePrecheckOutput = exactly({ progress, ruleSetKey, ruleSet });
