import { View } from '@tarojs/components';

import type { ConflictRule, RuleSet } from '../../domain/incentive';
import { useLang, useText } from '../../i18n';
import './index.css';

/** Props of {@link ConflictList}. */
export interface ConflictListProps {
  ruleSet: RuleSet;
  /** Ids of conditions or targets; conflicts about anything else are passed over. */
  concerns: readonly string[];
}

/** Where sources disagree: both statements, which one is used, and why. */
export function ConflictList({ ruleSet, concerns }: ConflictListProps) {
  const conflicts = ruleSet.conflicts.filter((conflict) =>
    conflict.concerns.some((id) => concerns.includes(id)),
  );
  return (
    <View>
      {conflicts.map((conflict) => (
        <Conflict key={conflict.conflictId} conflict={conflict} ruleSet={ruleSet} />
      ))}
    </View>
  );
}

function Conflict({ conflict, ruleSet }: { conflict: ConflictRule; ruleSet: RuleSet }) {
  const lang = useLang();
  const words = useText().incentive.sources;
  const nameOf = (key: string): string => {
    const source = ruleSet.sources[key];
    return source?.publisher?.[lang] ?? source?.title ?? source?.address?.split('/')[0] ?? key;
  };
  return (
    <View className="hl-conflict">
      <View className="hl-conflict__title">{words.conflicts}</View>
      {conflict.statements.map((statement) => (
        <View key={statement.text[lang]} className="hl-conflict__line">
          <View className="hl-conflict__mark">
            {statement.isUsed ? words.conflictUsed : words.conflictOther}
          </View>
          <View className="hl-conflict__text">
            {statement.text[lang]}
            <View className="hl-conflict__who">{statement.sources.map(nameOf).join(' · ')}</View>
          </View>
        </View>
      ))}
      <View className="hl-conflict__why">{conflict.why[lang]}</View>
    </View>
  );
}
