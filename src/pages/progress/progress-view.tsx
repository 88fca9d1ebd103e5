import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { AwardRoad } from '../../components/award-road';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { RuleNotes } from '../../components/rule-notes';
import { Tabs } from '../../components/tabs';
import { TierDetail } from '../../components/tier-detail';
import type { RuleSet } from '../../domain/incentive';
import { useLang, useText } from '../../i18n';
import type { ProgressSubject, ProgressView as View } from '../../stores';
import { useStores } from '../../stores-context';
import { firstTierId, wordedAwards, type WordedAward } from '../shared/own-progress';
import { PATHS } from '../shared/paths';

interface ProgressViewProps {
  subject: ProgressSubject;
  view: View;
}

/** One subject's awards in one year. */
export const ProgressView = observer(function ProgressView({ subject, view }: ProgressViewProps) {
  const { ui, incentives } = useStores();
  const t = useText();
  const lang = useLang();
  const [awardId, setAwardId] = useState<string | null>(null);
  const scheme = incentives.schemes(view)[0];
  if (!scheme) return null;
  const { ruleSet, progress } = scheme;
  const awards = wordedAwards(scheme);
  const shown = awards.find(({ rule }) => rule.awardId === awardId) ?? awards[0];
  const copyAddress = async (address: string): Promise<void> => {
    const isCopied = await ui.copy(address);
    ui.toast(isCopied ? t.incentive.sources.copied : t.common.state.copyFailed);
  };
  return (
    <>
      {awards.length > 1 && (
        <Tabs
          tabs={awards.map(({ rule }) => ({ id: rule.awardId, label: rule.name[lang] }))}
          current={shown?.rule.awardId ?? ''}
          onChange={setAwardId}
        />
      )}
      {shown ? (
        <Answer
          key={shown.rule.awardId}
          subject={subject}
          view={view}
          ruleSet={ruleSet}
          {...shown}
        />
      ) : (
        <Card>
          <EmptyState
            isInline
            title={view.subject.kind === 'host' ? t.progress.noAwardHost : t.progress.noAward}
          />
        </Card>
      )}
      <RuleNotes
        ruleSet={ruleSet}
        coverage={progress.coverage}
        notComputed={progress.notComputed.map(({ id }) => id)}
        {...(shown ? { award: shown.rule } : {})}
        onCopy={(address) => void copyAddress(address)}
      />
    </>
  );
});

type AnswerProps = ProgressViewProps & WordedAward & { ruleSet: RuleSet };

/** The road with the chosen tier's answer below it. */
const Answer = observer(function Answer({ subject, view, ruleSet, award, rule }: AnswerProps) {
  const { ui } = useStores();
  const { shopId, hostId, year } = subject;
  const [tierId, setTierId] = useState(firstTierId(award));
  const tier = award.tiers.find((one) => one.tierId === tierId) ?? award.tiers[0];
  const tierRule = rule.tiers.find((one) => one.tierId === tier?.tierId);
  return (
    <>
      <Card>
        <AwardRoad
          award={award}
          rule={rule}
          sums={view.sums}
          year={year}
          selectedTierId={tier?.tierId ?? null}
          onSelect={setTierId}
        />
      </Card>
      {tier && tierRule && (
        <Card isPadded>
          <TierDetail
            tier={tier}
            rule={tierRule}
            ruleSet={ruleSet}
            onExplain={(conditionId) =>
              ui.open(
                PATHS.explain({
                  ...{ shopId, hostId, year, scheme: ruleSet.ruleSetId },
                  ...{ awardId: award.awardId, tierId: tier.tierId, conditionId },
                }),
              )
            }
            onFill={({ metric }) =>
              ui.open(
                metric === 'net_sales'
                  ? PATHS.record({ shopId })
                  : PATHS.applicant({ shopId, hostId }),
              )
            }
            onConfirm={() => ui.open(PATHS.applicant({ shopId, hostId }))}
          />
        </Card>
      )}
    </>
  );
});
