import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import {
  baseScenario,
  type Change,
  type ChangedCrossing,
  changesOf,
  type Crossing,
  type Forecast,
} from '../../domain/forecast';
import { neededFor } from '../../domain/incentive';
import { thresholdsOf } from '../../domain/incentive/outlook';
import { hasPassed } from '../../domain/incentive/standing';
import { formatCount, formatMoney } from '../../domain/money';
import { chinaDayOf } from '../../domain/time';
import { useLang, wordDays } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import type { AwardPageContent } from '../shared/award-page';
import { useOutlook } from '../shared/merchant-stores';

type Range = Extract<Forecast, { kind: 'range' }>;

/** Props of {@link ChangeRows}. */
export interface ChangeRowsProps {
  content: AwardPageContent;
  forecast: Range;
}

/** A change, what it would lead to, and how much of it there is today. */
interface ChangeRow {
  id: string;
  title: string;
  note: string | null;
  value: string;
  onTap?: () => void;
}

/** What would change when the next tier is reached; each row is the forecast with one thing changed. */
export const ChangeRows = observer(function ChangeRows({ content, forecast }: ChangeRowsProps) {
  const words = useMerchantText().merchantOutlook.forecast.changes;
  const next = forecast.crossings.find(({ id }) => !hasPassed(content.award, id));
  const bySessions = useSessionRows(content, forecast, next ?? null);
  const byOthers = useOtherRows(content, forecast, next ?? null);
  const rows = [...bySessions, ...byOthers];
  if (rows.length === 0) return null;
  return (
    <Card title={words.title}>
      {rows.map(({ id, title, note, value, onTap }) => (
        <Row
          key={id}
          title={title}
          note={note}
          value={<View className="forecast__change">{value}</View>}
          {...(onTap ? { onTap } : {})}
        />
      ))}
    </Card>
  );
});

/** One session more or fewer in a week, and promotions taken part in or left out. */
function useSessionRows(
  { view, award, subject, scheme }: AwardPageContent,
  forecast: Range,
  next: Crossing | null,
): ChangeRow[] {
  const { ui } = useStores();
  const { promotionsOff } = useOutlook();
  const lang = useLang();
  const words = useMerchantText().merchantOutlook.forecast;
  const nextId = next?.id ?? null;
  const changes = useMemo(() => {
    const { path, year, asOf } = view;
    if (nextId === null || path === null) return [];
    const today = chinaDayOf(asOf);
    const input = { path, today, year, thresholds: thresholdsOf(award), promotionsOff };
    return changesOf(input, forecast, nextId);
  }, [view, award, forecast, promotionsOff, nextId]);
  const { netPerWeekFen, saleDaysPerWeek, promotionsAhead } = forecast.inputs;
  const { netPerSessionFen } = baseScenario({
    netPerWeekFen,
    sessionsPerWeek: saleDaysPerWeek,
    refundRate: 0,
    followerGrowthPerWeek: 0,
  });
  const about = { ...subject, scheme: scheme.ruleSet.ruleSetId, awardId: award.awardId };
  const openWhatIf = () => ui.open(PATHS.whatIf.url(about));
  const daysText = ({ crossing, isSame }: ChangedCrossing): string => {
    if (crossing === null) return words.declinedTitle;
    if (isSame) return words.changes.same;
    if (crossing.earliest === null) return words.notThisYear;
    if (crossing.latest === null)
      return words.from(wordDays(crossing.earliest, crossing.earliest, lang));
    return wordDays(crossing.earliest, crossing.latest, lang);
  };
  const rowOf = (change: Change): Omit<ChangeRow, 'value'> => {
    if (change.kind !== 'promotion') {
      const note = words.changes.each(formatMoney(netPerSessionFen, lang));
      return { id: change.kind, title: words.changes[change.kind], note, onTap: openWhatIf };
    }
    const { id, takesPart } = change;
    const name = words.promotion[id];
    const ahead = promotionsAhead.find((promotion) => promotion.id === id);
    const title = takesPart ? words.changes.takePart(name) : words.changes.leaveOut(name);
    return { id, title, note: ahead ? wordDays(ahead.from, ahead.to, lang) : null };
  };
  return changes.map((changed) => ({ ...rowOf(changed.change), value: daysText(changed) }));
}

/** More returns than expected, and followers that are lost. */
function useOtherRows(
  { award, rule }: AwardPageContent,
  { yearEnd, inputs }: Range,
  next: Crossing | null,
): ChangeRow[] {
  const lang = useLang();
  const words = useMerchantText().merchantOutlook.forecast;
  if (next === null) return [];
  const rows: ChangeRow[] = [];
  const spareFen = yearEnd.lowFen - next.neededFen;
  if (spareFen > 0) {
    const expected = formatMoney(inputs.expectedReturnFen, lang);
    rows.push({
      id: 'returns',
      title: words.changes.returns(formatMoney(spareFen, lang)),
      note: words.changes.returnsNow(expected),
      value: words.changes.notSure,
    });
  }
  const tier = award.tiers.find(({ tierId }) => tierId === next.id);
  const name = rule.tiers.find(({ tierId }) => tierId === next.id)?.name[lang] ?? '';
  const followers = tier?.conditions.find(({ metric }) => metric === 'followers');
  if (followers?.answer === 'met' && followers.low !== null) {
    const tooFew = neededFor(followers) - 1;
    const spare = formatCount(followers.low - tooFew, lang);
    rows.push({
      id: 'followers',
      title: words.changes.followers(formatCount(tooFew, lang)),
      note: words.changes.followersNow(formatCount(followers.low, lang), spare),
      value: words.changes.notMet(name),
    });
  }
  return rows;
}
