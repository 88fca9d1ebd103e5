import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { chinaDayOf, FIRST_DAY } from '../../domain/time';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { usePageTitle } from '../../page-hooks';
import { useStores } from '../../stores-context';
import { AwardPage, type AwardPageContent } from '../shared/award-page';
import { PickerField } from '../shared/picker-field';
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
  const today = chinaDayOf(ui.now);
  const [day, setDay] = useState(today);
  const { shopId, hostId, year } = subject;
  useEffect(() => {
    void incentives.loadAsOf({ shopId, hostId, year }, day);
  }, [incentives, shopId, hostId, year, day]);
  const { value, error, status } = incentives.asOf(subject, day);
  const schemes = value ? incentives.schemes(value) : [];
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
      {value && <PastFigures view={value} day={day} />}
      {value && schemes.length === 0 && (
        <Card>
          <EmptyState isInline title={words.noRules} />
        </Card>
      )}
      {value &&
        schemes.map((scheme) => (
          <PastTiers
            key={scheme.ruleSet.ruleSetId}
            scheme={scheme}
            now={incentives.schemes(view)}
          />
        ))}
      {!value && error && (
        <ErrorState
          message={wordError(error, t)}
          retryLabel={t.common.action.retry}
          isBusy={status === 'loading'}
          onRetry={() => void incentives.loadAsOf(subject, day)}
        />
      )}
      {!value && !error && <LoadingState label={t.common.state.loading} />}
      <View className="hl-footnote">{t.incentive.independence}</View>
    </>
  );
});
