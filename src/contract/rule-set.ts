import * as v from 'valibot';

import { FACT_KEY } from '../domain/incentive/facts';
import { isMetric } from '../domain/incentive/metrics';
import {
  CERTAINTIES,
  COMPARATORS,
  TARGET_UNITS,
  TERMS,
  UNITS,
  type Joined,
  type RuleSet,
} from '../domain/incentive/rule-set';
import { ruleSetProblems } from '../domain/incentive/rule-set-problems';
import { isChinaDay } from '../domain/time';
import { PLATFORMS } from '../domain/shop/platform';
import { LINES_OF_BUSINESS } from '../domain/shop/shop';

// Officers and developers write rule sets, not people on a phone: problems are named by path, in
// English, and never reach a merchant. No page imports this file.
const words = v.pipe(v.string(), v.trim(), v.minLength(1));
const text = v.strictObject({ 'zh-CN': words, 'en-US': words });
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));
const day = v.pipe(v.string(), v.check(isChinaDay, 'not a day'));
const fen = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const step = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const year = v.pipe(v.number(), v.integer(), v.minValue(2015), v.maxValue(2100));
const evidence = {
  certainty: v.picklist(CERTAINTIES),
  sources: v.array(id),
  checkedOn: day,
};

const factKey = v.pipe(v.string(), v.regex(FACT_KEY));
const metric = v.pipe(v.string(), v.check(isMetric, 'not a metric'));

const fact = v.strictObject({
  fact: factKey,
  type: v.picklist(['money', 'number', 'boolean']),
  label: v.exactOptional(text),
  unit: v.exactOptional(text),
  perYear: v.boolean(),
  subject: v.picklist(['host', 'shop']),
  question: text,
});

const condition = v.strictObject({
  ...evidence,
  conditionId: id,
  metric,
  comparator: v.picklist(COMPARATORS),
  worded: text,
  threshold: fen,
  unit: v.picklist(UNITS),
  wording: text,
  note: v.nullable(text),
});

const confirm = v.strictObject({
  ...evidence,
  confirmId: id,
  fact: factKey,
  term: v.exactOptional(v.picklist(TERMS)),
  wording: text,
  note: v.nullable(text),
});

const evidencedText = v.strictObject({ ...evidence, text });
const amount = v.strictObject({ ...evidence, fen });
const share = v.strictObject({ ...evidence, basisPoints: step });
const awardBase = { form: evidencedText };
const formulaStep = v.variant('kind', [
  v.strictObject({ ...evidence, kind: v.literal('per_full'), stepFen: step, perStepFen: step }),
  v.strictObject({
    ...evidence,
    kind: v.literal('percent'),
    basisPoints: step,
    aboveFen: v.exactOptional(fen),
  }),
  v.strictObject({
    ...evidence,
    kind: v.literal('per_head'),
    classes: v.pipe(
      v.array(v.strictObject({ ...evidence, metric, perHeadFen: step })),
      v.minLength(1),
    ),
  }),
]);
const tierAward = v.variant('kind', [
  v.strictObject({ ...awardBase, kind: v.literal('fixed'), amount }),
  v.strictObject({ ...awardBase, kind: v.literal('up_to'), cap: amount }),
  v.strictObject({
    ...awardBase,
    kind: v.literal('formula'),
    metric,
    step: formulaStep,
    cap: v.nullable(amount),
    formulaText: text,
  }),
  v.strictObject({
    ...awardBase,
    kind: v.literal('formula_unknown'),
    unknown: text,
    share,
    cap: v.nullable(amount),
    formulaText: text,
    noSumReason: text,
  }),
  v.strictObject({ ...awardBase, kind: v.picklist(['none', 'unknown']), reason: text }),
]);

const joined: v.GenericSchema<Joined> = v.lazy(() =>
  v.union([
    id,
    v.strictObject({ all: v.pipe(v.array(joined), v.minLength(1)) }),
    v.strictObject({ any: v.pipe(v.array(joined), v.minLength(1)) }),
  ]),
);

const tier = v.strictObject({
  ...evidence,
  tierId: id,
  name: text,
  conditions: v.pipe(v.array(condition), v.minLength(1)),
  joined: v.exactOptional(joined),
  toConfirm: v.array(confirm),
  award: tierAward,
});

const award = v.strictObject({
  ...evidence,
  awardId: id,
  name: text,
  subject: v.picklist(['host', 'shop']),
  whose: v.strictObject({
    ...evidence,
    linesOfBusiness: v.pipe(v.array(v.picklist(LINES_OF_BUSINESS)), v.minLength(1)),
    note: v.nullable(text),
  }),
  metric,
  period: v.strictObject({
    ...evidence,
    kind: v.picklist(['china_calendar_year', 'none']),
    note: text,
  }),
  salesScope: v.nullable(
    v.strictObject({ ...evidence, kind: v.literal('all_recorded'), note: text }),
  ),
  stacking: v.strictObject({
    ...evidence,
    kind: v.picklist(['not_established', 'highest_only', 'all']),
  }),
  caveat: v.nullable(evidencedText),
  tiers: v.pipe(v.array(tier), v.minLength(1)),
  otherBenefits: v.array(evidencedText),
  notEstablished: v.array(text),
});

const notComputed = v.strictObject({
  ...evidence,
  id,
  subject: v.picklist(['host', 'shop']),
  name: text,
  reported: text,
  reason: text,
  tiers: v.array(v.strictObject({ tierId: id, name: text, wording: text, award: tierAward })),
});

const target = v.strictObject({
  ...evidence,
  targetId: id,
  name: text,
  comparator: v.picklist(COMPARATORS),
  value: fen,
  unit: v.picklist(TARGET_UNITS),
  by: v.nullable(v.strictObject({ ...evidence, year })),
  note: v.nullable(text),
});

const conflict = v.strictObject({
  conflictId: id,
  concerns: v.pipe(v.array(id), v.minLength(1)),
  statements: v.array(v.strictObject({ text, sources: v.array(id), isUsed: v.boolean() })),
  why: text,
  checkedOn: day,
});

/** null is "not established": looked for and not found. */
const source = v.strictObject({
  title: v.nullable(words),
  publisher: v.nullable(text),
  address: v.nullable(words),
  publishedOn: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
  note: v.nullable(text),
});

const example = v.strictObject({
  name: text,
  lineOfBusiness: v.picklist(LINES_OF_BUSINESS),
  year,
  lowFen: v.nullable(v.pipe(v.number(), v.safeInteger())),
  highFen: v.nullable(v.pipe(v.number(), v.safeInteger())),
  followers: v.nullable(fen),
  facts: v.array(
    v.strictObject({
      fact: factKey,
      value: v.union([v.number(), v.boolean()]),
      isOfYearBefore: v.exactOptional(v.literal(true)),
    }),
  ),
  lastYearFen: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  expect: v.array(
    v.strictObject({
      awardId: id,
      tiers: v.record(v.string(), v.picklist(['met', 'not_met', 'cannot_tell'])),
      byFormulaFen: v.nullable(fen),
    }),
  ),
});

/** The shape of a rule set. Unknown fields are refused: a misspelt one would silently have no effect. */
const ruleSetSchema = v.strictObject({
  ruleSetId: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,30}$/)),
  version: step,
  scope: v.picklist(['district', 'city']),
  forComparison: v.exactOptional(v.literal(true)),
  name: text,
  shortName: text,
  issuer: text,
  checkedOn: day,
  caveat: text,
  effective: v.strictObject({
    ...evidence,
    fromYear: v.nullable(year),
    toYear: v.nullable(year),
    fromDay: v.nullable(day),
    toDay: v.nullable(day),
    note: text,
  }),
  documents: v.array(
    v.strictObject({
      ...evidence,
      documentId: id,
      title: text,
      issuer: text,
      number: v.nullable(text),
      issued: v.nullable(v.strictObject({ ...evidence, on: day })),
      note: text,
    }),
  ),
  followersRule: v.strictObject({
    ...evidence,
    measure: v.picklist(['largest_single_account', 'sum_of_accounts']),
    reading: v.literal('latest_in_year'),
    platforms: v.array(v.picklist(PLATFORMS)),
    note: text,
  }),
  facts: v.array(fact),
  awards: v.array(award),
  notComputed: v.array(notComputed),
  targets: v.array(target),
  conflicts: v.array(conflict),
  sources: v.record(id, source),
  examples: v.array(example),
});

/** A rule set that may be published, or everything that is wrong with it. */
export type CheckedRuleSet =
  { ok: true; ruleSet: RuleSet } | { ok: false; problems: readonly string[] };

/** Checks the shape of a rule set, then its consistency. Every rule set passes it before publication. */
export function checkRuleSet(json: unknown): CheckedRuleSet {
  const shaped = v.safeParse(ruleSetSchema, json);
  if (!shaped.success) {
    const problems = shaped.issues.map(
      ({ path, message }) =>
        `${(path ?? []).map(({ key }) => String(key)).join('.') || 'rule set'}: ${message}`,
    );
    return { ok: false, problems };
  }
  // A field that the domain's type has and the schema lacks does not compile here.
  const ruleSet: RuleSet = shaped.output satisfies RuleSet;
  const problems = ruleSetProblems(ruleSet);
  return problems.length === 0 ? { ok: true, ruleSet } : { ok: false, problems };
}
