import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Reading } from '../../components/reading';
import { FIRST_DAY } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { usePageTitle } from '../../page-hooks';
import { useStores } from '../../stores-context';
import { AwardPage, type AwardPageContent } from '../shared/award-page';
import { PickerField } from '../shared/picker-field';
import { FinalityCard } from '../shared/finality-card';
import { PastFigures } from './past-figures';
import { PastTiers } from './past-tiers';
import './index.css';

/** The answer as it was at the end of an earlier day, beside today's. */
export default observer(function PastPage() {
  usePageTitle(useMerchantText().merchantRules.past.title);
  return <AwardPage>{(content) => <Past {...content} />}</AwardPage>;
});

const Past = observer(function Past({ subject, view }: AwardPageContent) {
  const { ui, incentives } = useStores();
  const t = useMerchantText();
  const words = t.merchantRules.past;
  const { today } = ui;
  const [chosen, setDay] = useState<string | null>(null);
  const day = chosen ?? today;
  const { shopId, hostId, year } = subject;
  useEffect(() => {
    void incentives.loadAsOf({ shopId, hostId, year }, day);
  }, [incentives, shopId, hostId, year, day]);
  return (
    <>
      <View className="hl-footnote">{words.intro}</View>
      <Card>
        <PickerField
          mode="date"
          label={words.day}
          value={day}
          text={day}
          start={FIRST_DAY}
          end={today}
          onChange={setDay}
        />
      </Card>
      <Reading
        reading={incentives.asOf(subject, day)}
        onRetry={() => void incentives.loadAsOf(subject, day)}
      >
        {(then) => {
          const schemes = incentives.schemes(then);
          return (
            <>
              <PastFigures view={then} day={day} />
              {schemes.length === 0 && (
                <Card>
                  <EmptyState isInline title={words.noRules} />
                </Card>
              )}
              {schemes.map((scheme) => (
                <PastTiers
                  key={scheme.ruleSet.ruleSetId}
                  scheme={scheme}
                  now={incentives.schemes(view)}
                />
              ))}
              {schemes[0]?.progress.awards[0] && (
                <FinalityCard view={then} award={schemes[0].progress.awards[0]} isPast />
              )}
            </>
          );
        }}
      </Reading>
      <View className="hl-footnote">{t.incentive.independence}</View>
    </>
  );
});
