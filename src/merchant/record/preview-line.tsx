import { View } from '@tarojs/components';

import { useBlockerText, usePassedText } from '../../components/tier-words';
import type { AwardAnswer, RuleSet } from '../../domain/incentive';
import type { EntryKind } from '../../domain/sales/entry';
import { formatMoney, formatMoneyExact } from '../../domain/money';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import {
  isSameNet,
  netOf,
  newlyReached,
  ruleOf,
  standingOn,
  type NetStanding,
} from '../../domain/incentive/standing';

/** Props of {@link PreviewLine}. */
export interface PreviewLineProps {
  before: AwardAnswer | null;
  /** null while no amount is typed. */
  after: AwardAnswer | null;
  ruleSet: RuleSet | null;
  /** null while it is not chosen. */
  kind: EntryKind | null;
  isCorrection: boolean;
}

/** What the amount being typed would change, before it is recorded. */
export function PreviewLine(props: PreviewLineProps) {
  const { before, after, ruleSet, kind, isCorrection } = props;
  const lang = useLang();
  const t = useMerchantText();
  const words = t.merchantMoney.record;
  const net = ({ low, high }: NetStanding, money: (fen: number) => string): string => {
    if (low === null) return words.previewNone;
    if (high === null) return t.incentive.figure.atLeast(money(low));
    return low === high ? money(low) : t.incentive.figure.range(money(low), money(high));
  };
  const blockerText = useBlockerText(ruleSet?.facts);
  const passedText = usePassedText();
  const short = (fen: number) => formatMoney(fen, lang);
  if (!before) return null;
  const netBefore = netOf(before);
  const netAfter = netOf(after ?? before);
  // A small amount may not show in the short form: then both are written to the fen.
  const isTooFine =
    net(netBefore, short) === net(netAfter, short) && !isSameNet(netBefore, netAfter);
  const money = isTooFine ? formatMoneyExact : short;
  const shown = after ?? before;
  const rule = ruleOf(shown, ruleSet);
  const tierName = (id: string) =>
    rule?.tiers.find(({ tierId }) => tierId === id)?.name[lang] ?? id;
  const [amountOf] = newlyReached(before, after).slice(-1);
  const { blocker, reached } = standingOn(shown);
  const isPassed = reached !== null && reached.tierId === amountOf;
  return (
    <View className="record__preview">
      {after ? (
        <View>
          <View className="record__preview-label">
            {isCorrection ? words.previewCorrect : words.preview}
          </View>
          <View className="record__preview-move">
            {`${net(netBefore, money)} → `}
            <View className="record__preview-after">{net(netAfter, money)}</View>
          </View>
        </View>
      ) : (
        <View className="record__preview-move">{`${t.common.net} ${net(netBefore, money)}`}</View>
      )}
      {amountOf !== undefined && (
        <View className="record__preview-tier">
          {isPassed
            ? passedText(reached, tierName(reached.tierId))
            : words.previewReaches(tierName(amountOf))}
        </View>
      )}
      {blocker && netOf(shown).low !== null && (
        <View className="record__preview-gap">
          {blockerText(blocker, shown.metric, tierName(blocker.tierId))}
        </View>
      )}
      {kind === 'ordered' && <View className="record__preview-gap">{words.kindNote.ordered}</View>}
    </View>
  );
}
