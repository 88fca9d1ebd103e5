import { View } from '@tarojs/components';
import { useState } from 'react';

import { formatMoney } from '../../domain/money';
import type { Evidence, RuleSet, TierAwardRule, TierRule } from '../../domain/incentive/rule-set';
import { type Facts, useMetricText } from '../../components/tier-words';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { EvidenceLine } from './evidence-line';

/** Props of {@link TierEvidence}. */
export interface TierEvidenceProps {
  rule: TierRule;
  ruleSet: RuleSet;
}

interface Stated {
  says: string;
  evidence: Evidence;
}

/** Certainty, sources and day of checking of every value of a tier, folded behind one line. */
export function TierEvidence({ rule, ruleSet }: TierEvidenceProps) {
  const lang = useLang();
  const words = useMerchantText().merchantRules.award.evidence;
  const [isOpen, setOpen] = useState(false);
  const ofAward = useAwardValues(rule.award, ruleSet.facts);
  const values: Stated[] = [
    { says: words.tier, evidence: rule },
    ...rule.conditions.map((each) => ({ says: each.wording[lang], evidence: each })),
    ...rule.toConfirm.map((each) => ({ says: each.wording[lang], evidence: each })),
    ...ofAward,
  ];
  return (
    <View>
      <View className="award-page__info" role="button" onClick={() => setOpen(!isOpen)}>
        {`ⓘ ${isOpen ? words.fold : words.open}`}
      </View>
      {isOpen &&
        values.map(({ says, evidence }, index) => (
          <View key={index} className="award-page__fact">
            <View>{says}</View>
            <EvidenceLine evidence={evidence} ruleSet={ruleSet} />
          </View>
        ))}
    </View>
  );
}

/** The values of a reported award, each with its own evidence. */
function useAwardValues(award: TierAwardRule, facts: Facts): Stated[] {
  const lang = useLang();
  const metric = useMetricText(facts);
  const words = useMerchantText().merchantRules.award.evidence;
  const values: Stated[] = [{ says: words.form(award.form.text[lang]), evidence: award.form }];
  const money = (fen: number) => formatMoney(fen, lang);
  const percent = (basisPoints: number) => `${String(basisPoints / 100)}%`;
  if (award.kind === 'fixed') {
    values.push({ says: words.amount(money(award.amount.fen)), evidence: award.amount });
  }
  if (award.kind === 'formula') {
    const { step } = award;
    if (step.kind === 'per_full') {
      const says = words.perFull(money(step.stepFen), money(step.perStepFen));
      values.push({ says, evidence: step });
    } else if (step.kind === 'percent') {
      values.push({ says: words.share(percent(step.basisPoints)), evidence: step });
    } else {
      for (const head of step.classes) {
        const says = words.perHead(metric.name(head.metric), money(head.perHeadFen));
        values.push({ says, evidence: head });
      }
    }
  }
  if (award.kind === 'formula_unknown') {
    const { share } = award;
    values.push({ says: words.share(percent(share.basisPoints)), evidence: share });
  }
  if ('cap' in award && award.cap !== null) {
    values.push({ says: words.cap(money(award.cap.fen)), evidence: award.cap });
  }
  return values;
}
