import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { ConflictList } from '../../components/conflict-list';
import type { ConditionRule, RuleSet } from '../../domain/incentive';
import { useLang, wordDate } from '../../i18n';
import { useSourceText } from '../../i18n/sources';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Props of {@link SourceLines}. */
export interface SourceLinesProps {
  rule: ConditionRule;
  ruleSet: RuleSet;
}

/** Where the condition itself comes from, how certain it is, and where sources disagree. */
export const SourceLines = observer(function SourceLines({ rule, ruleSet }: SourceLinesProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = useSourceText();
  const handleCopy = (address: string) => ui.copy(address, words.copied);
  return (
    <Card title={t.merchantMoney.explain.sources} isPadded>
      <View className="explain__line">
        <View className="explain__label">{t.merchantMoney.explain.certainty}</View>
        <View className="explain__text">{words.certainty[rule.certainty]}</View>
      </View>
      {rule.sources.map((key) => {
        const source = ruleSet.sources[key];
        if (!source) return null;
        const { address } = source;
        const published = words.issuedOn(
          source.publishedOn === null ? words.unknown : wordDate(source.publishedOn, lang),
        );
        return (
          <View key={key} className="explain__source">
            <View>{`${source.publisher?.[lang] ?? words.publisherUnknown} · ${published}`}</View>
            {address !== null && (
              <View
                className="explain__address"
                role="button"
                ariaLabel={words.copy}
                onClick={() => void handleCopy(address)}
              >
                {address}
              </View>
            )}
          </View>
        );
      })}
      <ConflictList ruleSet={ruleSet} concerns={[rule.conditionId]} />
      <View className="explain__note">{words.checkedOn(wordDate(rule.checkedOn, lang))}</View>
    </Card>
  );
});
