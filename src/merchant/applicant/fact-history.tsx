import { View } from '@tarojs/components';
import { useState } from 'react';

import type { DeclaredFact } from '../../domain/incentive';
import { chinaDayOf } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link FactHistory}. */
export interface FactHistoryProps {
  /** Statements that no longer count, latest first. */
  past: readonly DeclaredFact[];
  valueText: (value: number | boolean) => string;
  now: string;
}

/** Statements that were replaced or withdrawn: they stay on record with both days. */
export function FactHistory({ past, valueText, now }: FactHistoryProps) {
  const lang = useLang();
  const words = useMerchantText().merchantShop.applicant;
  const [isOpen, setOpen] = useState(false);
  if (past.length === 0) return null;
  const dayOf = (at: string) => wordChinaDay(chinaDayOf(at), now, lang);
  return (
    <View>
      <View className="applicant__more" role="button" onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.historyFold : words.history(past.length)}
      </View>
      {isOpen &&
        past.map(({ id, value, declaredAt, withdrawnAt }) => (
          <View key={id} className="applicant__past">
            <View className="applicant__past-value">{valueText(value)}</View>
            <View>
              {[
                words.declaredOn(dayOf(declaredAt)),
                words.withdrawnOn(dayOf(withdrawnAt ?? declaredAt)),
              ].join(' · ')}
            </View>
          </View>
        ))}
    </View>
  );
}
