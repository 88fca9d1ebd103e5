import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { DayChange, WhatIf } from '../../domain/forecast';
import type { AwardRule } from '../../domain/incentive';
import { formatCount, formatMoneyChange } from '../../domain/money';
import type { ChinaDay } from '../../domain/time';
import { useLang, wordDays } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link ChangeCard}. */
export interface ChangeCardProps {
  answer: WhatIf;
  rule: AwardRule;
  today: ChinaDay;
}

/** What would change, always beside today's path: never a sum that looks earned. */
export const ChangeCard = observer(function ChangeCard({ answer, rule, today }: ChangeCardProps) {
  const lang = useLang();
  const words = useMerchantText().merchantOutlook.whatIf;
  if (answer.kind === 'declined') return null;
  const { yearEnd, crossings, followers } = answer;
  const dayText = ({ today: before, then, days }: DayChange): string => {
    if (before !== null && before <= today) return words.passed;
    if (days !== null && days !== 0) return days < 0 ? words.earlier(-days) : words.later(days);
    if (days === 0) return words.noChange;
    if (then !== null) return `${words.nowReached} · ${wordDays(then, then, lang)}`;
    return before === null ? words.stillNot : words.noLonger;
  };
  const yearEndText =
    yearEnd.midFen === 0 ? words.noChange : formatMoneyChange(yearEnd.midFen, lang);
  return (
    <Card title={words.change}>
      <Row title={words.yearEnd} value={<View className="what-if__change">{yearEndText}</View>} />
      {crossings.map((crossing) => (
        <Row
          key={crossing.id}
          title={rule.tiers.find(({ tierId }) => tierId === crossing.id)?.name[lang] ?? crossing.id}
          value={<View className="what-if__change">{dayText(crossing)}</View>}
        />
      ))}
      {followers && followers.yearEndThen !== followers.yearEndToday && (
        <Row
          title={words.followers}
          note={followersText(followers.crossings, today, words, lang)}
          value={`+${formatCount(followers.yearEndThen - followers.yearEndToday, lang)}`}
        />
      )}
    </Card>
  );
});

interface FollowerWords {
  passed: string;
  followersCross: (day: string) => string;
  followersNever: string;
}

function followersText(
  crossings: readonly DayChange[],
  today: ChinaDay,
  words: FollowerWords,
  lang: Parameters<typeof wordDays>[2],
): string {
  const ahead = crossings.find(({ today: before }) => before === null || before > today);
  if (!ahead) return words.passed;
  return ahead.then === null
    ? words.followersNever
    : words.followersCross(wordDays(ahead.then, ahead.then, lang));
}
