import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import type { AwardRule, Evidence, LocalText } from '../../domain/incentive/rule-set';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link AwardFacts}. */
export interface AwardFactsProps {
  rule: AwardRule;
}

interface Fact {
  label: string;
  value: string;
  note: LocalText | null;
  certainty: Evidence['certainty'] | null;
}

/** What an award measures and how, each with how sure that is. */
export const AwardFacts = observer(function AwardFacts({ rule }: AwardFactsProps) {
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantRules.award;
  const lines = rule.linesOfBusiness.map((line) => t.common.lineOfBusiness[line]);
  const scope = rule.salesScope;
  const facts: Fact[] = [
    plain(words.who, words.subject[rule.subject]),
    plain(words.lines, lines.join(t.incentive.listSeparator)),
    {
      label: words.period,
      value: words.periodKind[rule.period.kind],
      note: rule.period.note,
      certainty: rule.period.certainty,
    },
    ...(scope
      ? [
          {
            label: words.salesScope,
            value: t.incentive.metric[rule.metric],
            note: scope.note,
            certainty: scope.certainty,
          },
        ]
      : []),
    plain(words.stacking, words.stackingKind[rule.stacking]),
  ];
  return (
    <Card isPadded>
      {facts.map(({ label, value, note, certainty }) => (
        <View key={label} className="award-page__fact">
          <View className="award-page__line">
            <View className="award-page__label">{label}</View>
            <View className="award-page__value">{value}</View>
          </View>
          {note && <View className="award-page__note">{note[lang]}</View>}
          {certainty && (
            <View className="award-page__note">
              {words.certainty}: {t.incentive.certainty[certainty]}
            </View>
          )}
        </View>
      ))}
    </Card>
  );
});

function plain(label: string, value: string): Fact {
  return {
    label,
    value,
    note: null,
    certainty: null,
  };
}
