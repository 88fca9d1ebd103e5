import type {
  Evidence,
  FormulaAward,
  LocalText,
  RuleSet,
  TierAwardRule,
  TierRule,
} from './rule-set';

/** A value of a rule set with its evidence. */
export interface RuleValue {
  /** The id of what it belongs to and which value of it, `A1-sales` or `S1 cap`. */
  readonly name: string;
  readonly evidence: Evidence;
  /** Its words; null where it is a number only. */
  readonly says: LocalText | null;
  /** The numbers it states, by field; a field that ends in `fen` or `Fen` is money. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** Every value of a rule set that must have evidence, in the order of the rule set. */
export function* valuesOf(ruleSet: RuleSet): Generator<RuleValue> {
  const { effective, followersRule } = ruleSet;
  const { fromYear, toYear } = effective;
  yield value('effective', effective, effective.note, { fromYear, toYear });
  for (const { documentId, title, issued, ...document } of ruleSet.documents) {
    yield value(documentId, document, title);
    if (issued) yield value(`${documentId} issued`, issued, sameInAll(issued.on));
  }
  yield value('followersRule', followersRule, followersRule.note);
  for (const award of ruleSet.awards) {
    const { awardId, whose, period, salesScope, stacking, caveat } = award;
    yield value(awardId, award, award.name);
    yield value(`${awardId} whose`, whose, sameInAll(whose.linesOfBusiness.join(', ')));
    yield value(`${awardId} period`, period, period.note);
    if (salesScope) yield value(`${awardId} scope of sales`, salesScope, salesScope.note);
    yield value(`${awardId} stacking`, stacking, sameInAll(stacking.kind));
    if (caveat) yield value(`${awardId} caveat`, caveat, caveat.text);
    for (const benefit of award.otherBenefits) {
      yield value(`${awardId} benefit`, benefit, benefit.text);
    }
    for (const tier of award.tiers) yield* valuesOfTier(tier);
  }
  for (const rule of ruleSet.notComputed) {
    yield value(rule.id, rule, rule.reported);
    for (const { tierId, award } of rule.tiers) yield* valuesOfAward(tierId, award);
  }
  for (const { targetId, name, unit, by, ...target } of ruleSet.targets) {
    yield value(targetId, target, name, { [unit]: target.value });
    if (by) yield value(`${targetId} by`, by, null, { year: by.year });
  }
}

function* valuesOfTier(tier: TierRule): Generator<RuleValue> {
  yield value(tier.tierId, tier, tier.name);
  for (const { conditionId, wording, unit, threshold, ...condition } of tier.conditions) {
    yield value(conditionId, condition, wording, { [unit]: threshold });
  }
  for (const confirm of tier.toConfirm) yield value(confirm.confirmId, confirm, confirm.wording);
  yield* valuesOfAward(tier.tierId, tier.award);
}

function* valuesOfAward(tierId: string, award: TierAwardRule): Generator<RuleValue> {
  yield value(`${tierId} form`, award.form, award.form.text);
  if (award.kind === 'fixed') {
    yield value(`${tierId} amount`, award.amount, null, { fen: award.amount.fen });
  }
  if (award.kind === 'formula') yield* valuesOfStep(tierId, award);
  if (award.kind === 'formula_unknown') {
    const { basisPoints } = award.share;
    yield value(`${tierId} share`, award.share, award.formulaText, { basisPoints });
  }
  if ('cap' in award && award.cap) {
    yield value(`${tierId} cap`, award.cap, null, { fen: award.cap.fen });
  }
}

function* valuesOfStep(tierId: string, { step, formulaText }: FormulaAward): Generator<RuleValue> {
  if (step.kind === 'per_head') {
    yield value(`${tierId} step`, step, formulaText);
    for (const [index, { metric, perHeadFen, ...evidence }] of step.classes.entries()) {
      yield value(`${tierId} class ${index + 1}`, evidence, sameInAll(metric), { perHeadFen });
    }
    return;
  }
  const { certainty: _c, sources: _s, checkedOn: _d, kind: _k, ...numbers } = step;
  yield value(`${tierId} step`, step, formulaText, numbers);
}

/** A text that is the same in every language. */
function sameInAll(text: string): LocalText {
  return { 'zh-CN': text, 'en-US': text };
}

function value(
  name: string,
  { certainty, sources, checkedOn }: Evidence,
  says: LocalText | null,
  numbers: Readonly<Record<string, number | null>> = {},
): RuleValue {
  const stated = Object.entries(numbers).flatMap(([field, number]) =>
    number === null ? [] : [[field, number] as const],
  );
  return {
    name,
    evidence: { certainty, sources, checkedOn },
    says,
    numbers: Object.fromEntries(stated),
  };
}
