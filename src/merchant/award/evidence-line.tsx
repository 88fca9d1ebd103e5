import { View } from '@tarojs/components';

import type { Evidence, RuleSet } from '../../domain/incentive/rule-set';
import { useLang, useText, wordDate } from '../../i18n';
import { useSourceText } from '../../i18n/sources';

/** Props of {@link EvidenceLine}. */
export interface EvidenceLineProps {
  evidence: Evidence;
  ruleSet: RuleSet;
}

/** How certain a value is, who states it, and when it was last checked. */
export function EvidenceLine({ evidence, ruleSet }: EvidenceLineProps) {
  const lang = useLang();
  const words = useSourceText();
  const { listSeparator } = useText().incentive;
  const names = evidence.sources.map((key) => {
    const source = ruleSet.sources[key];
    return source?.publisher?.[lang] ?? hostOf(source?.address) ?? source?.title ?? key;
  });
  const line = [
    words.certainty[evidence.certainty],
    [...new Set(names)].join(listSeparator),
    words.checkedOn(wordDate(evidence.checkedOn, lang)),
  ].join(' · ');
  return <View className="award-page__note">{line}</View>;
}

/** The site of an address. */
function hostOf(address: string | null | undefined): string | null {
  return /^(?:https?:\/\/)?([^/]+)/.exec(address ?? '')?.[1] ?? null;
}
