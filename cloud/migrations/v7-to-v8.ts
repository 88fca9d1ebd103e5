import type { Migration, StoredDoc } from './migration';

type Values = Readonly<Record<string, unknown>>;

/** The three fields that say where a value comes from. */
function evidenceOf({ certainty, sources, checkedOn }: Values): Values {
  return { certainty, sources, checkedOn };
}

function list(value: unknown): readonly Values[] {
  return value as readonly Values[];
}

/** The values of an award get the evidence that they shared. */
function award(before: Values): Values {
  const { certainty, sources, checkedOn, form, amountFen, capFen, basisPoints, step, ...rest } =
    before;
  const evidence = evidenceOf(before);
  const cap = capFen === null ? null : { ...evidence, fen: capFen };
  return {
    ...rest,
    form: { ...evidence, text: form },
    ...(amountFen === undefined ? {} : { amount: { ...evidence, fen: amountFen } }),
    ...(capFen === undefined ? {} : { cap }),
    ...(basisPoints === undefined ? {} : { share: { ...evidence, basisPoints } }),
    ...(step === undefined ? {} : { step: { ...evidence, ...(step as Values) } }),
  };
}

function tier(before: Values): Values {
  const reported = before['award'] as Values;
  return { ...evidenceOf(reported), ...before, award: award(reported) };
}

function ladder({ linesOfBusiness, stacking, ...before }: Values): Values {
  const evidence = evidenceOf(before);
  return {
    ...before,
    whose: { ...evidence, linesOfBusiness, note: null },
    stacking: { ...evidence, kind: stacking },
    caveat: null,
    tiers: list(before['tiers']).map(tier),
  };
}

function document({ issuedOn, ...before }: Values): Values {
  return {
    ...before,
    issued: issuedOn === null ? null : { ...evidenceOf(before), on: issuedOn },
  };
}

function target({ byYear, ...before }: Values): Values {
  return { ...before, by: { ...evidenceOf(before), year: byYear } };
}

/** A rule set in which each value has its own evidence. */
function withOwnEvidence(before: Values): Values {
  return {
    ...before,
    documents: list(before['documents']).map(document),
    awards: list(before['awards']).map(ladder),
    notComputed: list(before['notComputed']).map((rule) => ({
      ...rule,
      tiers: list(rule['tiers']).map((each) => ({
        ...each,
        award: award(each['award'] as Values),
      })),
    })),
    targets: list(before['targets']).map(target),
  };
}

function ruleSet(doc: StoredDoc): StoredDoc {
  return { ...doc, ruleSet: withOwnEvidence(doc['ruleSet'] as Values) };
}

/** Evidence belongs to each value of a rule set; until now the values of an award shared theirs. */
export const V7_TO_V8: Migration = {
  from: 7,
  to: 8,
  summary: 'each value of a rule set has its own evidence',
  documents: () => ({ rule_sets: ruleSet }),
  rebuildsTotals: false,
};
