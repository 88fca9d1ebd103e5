import type { Evidence, FormulaAward, RuleSet, TierAwardRule, TierRule } from './rule-set';

/** A value of a rule set with its evidence. */
export interface RuleValue {
  /** The id of what it belongs to and which value of it, `A1-sales` or `S1 cap`. */
  readonly name: string;
  readonly evidence: Evidence;
  /** The numbers it states, by field; empty for words. Money in fen. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** Every value of a rule set that must have evidence, in the order of the rule set. */
export function* valuesOf(ruleSet: RuleSet): Generator<RuleValue> {
  const { effective } = ruleSet;
  const { fromYear, toYear } = effective;
  yield value('effective', effective, { fromYear, toYear });
  for (const document of ruleSet.documents) {
    yield value(document.documentId, document);
    if (document.issued) yield value(`${document.documentId} issued`, document.issued);
  }
  yield value('followersRule', ruleSet.followersRule);
  for (const award of ruleSet.awards) {
    const { awardId } = award;
    yield value(awardId, award);
    yield value(`${awardId} whose`, award.whose);
    yield value(`${awardId} period`, award.period);
    if (award.salesScope) yield value(`${awardId} scope of sales`, award.salesScope);
    yield value(`${awardId} stacking`, award.stacking);
    if (award.caveat) yield value(`${awardId} caveat`, award.caveat);
    for (const benefit of award.otherBenefits) yield value(`${awardId} benefit`, benefit);
    for (const tier of award.tiers) yield* valuesOfTier(tier);
  }
  for (const rule of ruleSet.notComputed) {
    yield value(rule.id, rule);
    for (const { tierId, award } of rule.tiers) yield* valuesOfAward(tierId, award);
  }
  for (const target of ruleSet.targets) {
    yield value(target.targetId, target, { value: target.value });
    if (target.by) yield value(`${target.targetId} by`, target.by, { year: target.by.year });
  }
}

function* valuesOfTier(tier: TierRule): Generator<RuleValue> {
  yield value(tier.tierId, tier);
  for (const condition of tier.conditions) {
    yield value(condition.conditionId, condition, { threshold: condition.threshold });
  }
  for (const confirm of tier.toConfirm) yield value(confirm.confirmId, confirm);
  yield* valuesOfAward(tier.tierId, tier.award);
}

function* valuesOfAward(tierId: string, award: TierAwardRule): Generator<RuleValue> {
  yield value(`${tierId} form`, award.form);
  if (award.kind === 'fixed') {
    yield value(`${tierId} amount`, award.amount, { fen: award.amount.fen });
  }
  if (award.kind === 'formula') {
    yield* valuesOfStep(tierId, award.step);
  }
  if (award.kind === 'formula_unknown') {
    yield value(`${tierId} share`, award.share, { basisPoints: award.share.basisPoints });
  }
  if ('cap' in award && award.cap) yield value(`${tierId} cap`, award.cap, { fen: award.cap.fen });
}

function* valuesOfStep(tierId: string, step: FormulaAward['step']): Generator<RuleValue> {
  if (step.kind === 'per_head') {
    yield value(`${tierId} step`, step);
    for (const [index, { perHeadFen, ...evidence }] of step.classes.entries()) {
      yield value(`${tierId} class ${index + 1}`, evidence, { perHeadFen });
    }
    return;
  }
  const { certainty: _c, sources: _s, checkedOn: _d, kind: _k, ...numbers } = step;
  yield value(`${tierId} step`, step, numbers);
}

function value(
  name: string,
  { certainty, sources, checkedOn }: Evidence,
  numbers: Readonly<Record<string, number | null>> = {},
): RuleValue {
  const stated = Object.entries(numbers).flatMap(([field, number]) =>
    number === null ? [] : [[field, number] as const],
  );
  return { name, evidence: { certainty, sources, checkedOn }, numbers: Object.fromEntries(stated) };
}
