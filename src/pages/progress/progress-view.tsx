import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { AwardRoad } from '../../components/award-road';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Tabs } from '../../components/tabs';
import type { RuleSet } from '../../domain/incentive';
import { yearOf } from '../../domain/time';
import { useLang, useText } from '../../i18n';
import { useIsPainted, useTierLinks } from '../../page-hooks';
import { PATHS } from '../../paths';
import type { ProgressSubject, ProgressView as Read, Scheme } from '../../stores';
import { useStores } from '../../stores-context';
import { firstTierId, wordedAwards, type WordedAward } from '../shared/own-progress';
import { Onward } from './onward';
import { usePlanText } from './plan-text';
import { TierRows } from './tier-rows';

interface ProgressViewProps {
  subject: ProgressSubject;
  view: Read;
  /** The scheme to show first; null: the one that covers the year. */
  schemeId: string | null;
  /** Shows another year; its number is what the programme covers last. */
  onYear: (year: number) => void;
}

/** One subject's awards in one year, scheme by scheme. */
export const ProgressView = observer(function ProgressView(props: ProgressViewProps) {
  const { subject, view, onYear } = props;
  const { incentives } = useStores();
  const t = useText();
  const lang = useLang();
  const [schemeId, setSchemeId] = useState(props.schemeId);
  const schemes = incentives.schemes(view).filter((scheme) => wordedAwards(scheme).length > 0);
  const scheme = schemes.find(({ ruleSet }) => ruleSet.ruleSetId === schemeId) ?? schemes[0];
  return (
    <>
      {schemes.length > 1 && scheme && (
        <Tabs
          tabs={schemes.map(({ ruleSet }) => ({
            id: ruleSet.ruleSetId,
            label: ruleSet.shortName[lang],
          }))}
          current={scheme.ruleSet.ruleSetId}
          onChange={setSchemeId}
        />
      )}
      {scheme?.ruleSet.forComparison && <View className="hl-footnote">{t.progress.elsewhere}</View>}
      {scheme ? (
        <SchemeProgress
          key={scheme.ruleSet.ruleSetId}
          subject={subject}
          view={view}
          scheme={scheme}
          onYear={onYear}
        />
      ) : (
        <>
          <Card>
            <EmptyState
              isInline
              title={view.subject.kind === 'host' ? t.progress.noAwardHost : t.progress.noAward}
            />
          </Card>
          <View className="hl-footnote">{t.incentive.independence}</View>
        </>
      )}
    </>
  );
});

type OfSchemeProps = Omit<ProgressViewProps, 'schemeId'> & { scheme: Scheme };

const SchemeProgress = observer(function SchemeProgress({
  subject,
  view,
  scheme,
  onYear,
}: OfSchemeProps) {
  const lang = useLang();
  const isPainted = useIsPainted();
  const [awardId, setAwardId] = useState<string | null>(null);
  const awards = wordedAwards(scheme);
  const shown = awards.find(({ rule }) => rule.awardId === awardId) ?? awards[0];
  if (!shown) return null;
  return (
    <>
      {awards.length > 1 && (
        <Tabs
          tabs={awards.map(({ rule }) => ({ id: rule.awardId, label: rule.name[lang] }))}
          current={shown.rule.awardId}
          onChange={setAwardId}
        />
      )}
      <Answer
        key={shown.rule.awardId}
        subject={subject}
        view={view}
        ruleSet={scheme.ruleSet}
        isRoadAlone={!isPainted}
        {...shown}
      />
      {isPainted && (
        <Onward subject={subject} view={view} scheme={scheme} onYear={onYear} award={shown.award} />
      )}
    </>
  );
});

type AnswerProps = Omit<OfSchemeProps, 'onYear' | 'scheme'> &
  WordedAward & {
    ruleSet: RuleSet;
    /** Whether the tier's answer still waits until the road is on the screen. */
    isRoadAlone: boolean;
  };

/** The sentence and the road, and the chosen tier's answer below. */
const Answer = observer(function Answer(props: AnswerProps) {
  const { subject, view, ruleSet, award, rule, isRoadAlone } = props;
  const { ui, incentives } = useStores();
  const t = useText();
  const { year } = subject;
  const linksOf = useTierLinks(subject, ruleSet, award);
  const [tierId, setTierId] = useState(firstTierId(award));
  const tier = award.tiers.find((candidate) => candidate.tierId === tierId) ?? award.tiers[0];
  const tierRule = rule.tiers.find((candidate) => candidate.tierId === tier?.tierId);
  const forecast = incentives.outlook(view, ruleSet, award);
  const plan = usePlanText(award, incentives.plan(view, ruleSet, award));
  const about = { ...subject, scheme: ruleSet.ruleSetId, awardId: award.awardId };
  return (
    <>
      <Card>
        <AwardRoad
          award={award}
          rule={rule}
          facts={ruleSet.facts}
          year={year}
          forecast={forecast}
          plan={plan}
          sums={view.sums}
          settlement={view.settlement}
          info={{ label: t.progress.rules, onTap: () => ui.open(PATHS.award.url(about)) }}
          selectedTierId={tier?.tierId ?? null}
          onSelect={setTierId}
        />
      </Card>
      {!isRoadAlone && tier && tierRule && (
        <TierRows
          tier={tier}
          rule={tierRule}
          facts={ruleSet.facts}
          isRunning={year === yearOf(ui.today)}
          {...linksOf(tier.tierId)}
        />
      )}
    </>
  );
});
