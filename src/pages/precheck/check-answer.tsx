import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { AwardRoad } from '../../components/award-road';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { RuleNotes } from '../../components/rule-notes';
import { TierDetail } from '../../components/tier-detail';
import type { RuleSet } from '../../domain/incentive';
import type { LineOfBusiness } from '../../domain/shop/shop';
import { useText } from '../../i18n';
import { useSourceText } from '../../i18n/sources';
import { usePrecheckText } from '../../i18n/precheck';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { firstTierId, wordedAwards, type WordedAward } from '../shared/own-progress';
import { CheckFoot } from './check-foot';

interface CheckAnswerProps {
  line: LineOfBusiness;
  onAgain: () => void;
  onShare: () => void;
}

/** What the typed figures come to, award by award; nothing of it is kept. */
export const CheckAnswer = observer(function CheckAnswer({
  line,
  onAgain,
  onShare,
}: CheckAnswerProps) {
  const { ui, incentives } = useStores();
  const t = useText();
  const sources = useSourceText();
  const words = usePrecheckText();
  const answer = incentives.precheckAnswer.value;
  const schemes = answer ? incentives.schemes(answer) : [];
  if (!answer) return null;
  const copyAddress = (address: string) => ui.copy(address, sources.copied);
  return (
    <PageFrame
      footer={
        <CheckFoot
          label={words.register}
          onTap={() => ui.open(PATHS.register.url())}
          onShare={onShare}
        />
      }
    >
      <View className="precheck__head">
        <View className="precheck__line">
          {words.answerTitle} · {t.common.lineOfBusiness[line]}
        </View>
        <Button size="small" kind="quiet" onTap={onAgain}>
          {words.again}
        </Button>
      </View>
      {schemes.length === 0 && (
        <Card>
          <EmptyState isInline title={t.progress.noAward} />
        </Card>
      )}
      {schemes.map((scheme) => (
        <View key={scheme.ruleSet.ruleSetId}>
          {wordedAwards(scheme).map((worded) => (
            <CheckAward
              key={worded.rule.awardId}
              {...worded}
              ruleSet={scheme.ruleSet}
              year={scheme.progress.coverage.year}
            />
          ))}
          <RuleNotes
            ruleSet={scheme.ruleSet}
            coverage={scheme.progress.coverage}
            notComputed={scheme.progress.notComputed.map(({ id }) => id)}
            onCopy={(address) => void copyAddress(address)}
          />
        </View>
      ))}
      <View className="hl-footnote">{words.notFinal}</View>
    </PageFrame>
  );
});

type CheckAwardProps = WordedAward & { ruleSet: RuleSet; year: number };

function CheckAward({ award, rule, ruleSet, year }: CheckAwardProps) {
  const [tierId, setTierId] = useState(firstTierId(award));
  const tier = award.tiers.find((candidate) => candidate.tierId === tierId) ?? award.tiers[0];
  const tierRule = rule.tiers.find((candidate) => candidate.tierId === tier?.tierId);
  return (
    <>
      <Card>
        <AwardRoad
          award={award}
          rule={rule}
          facts={ruleSet.facts}
          sums={null}
          year={year}
          selectedTierId={tier?.tierId ?? null}
          onSelect={setTierId}
          isCheck
        />
      </Card>
      {tier && tierRule && (
        <Card isPadded>
          <TierDetail tier={tier} rule={tierRule} ruleSet={ruleSet} isCheck />
        </Card>
      )}
    </>
  );
}
