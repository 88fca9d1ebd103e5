import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { AwardRoad } from '../../components/award-road';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import type { LedgerEntry } from '../../contract/sales';
import type { OwnShop } from '../../contract/shop';
import type { AwardAnswer } from '../../domain/incentive';
import {
  isSameNet,
  netOf,
  type NetStanding,
  ruleOf,
  salesAward,
  salesScheme,
} from '../../domain/incentive/standing';
import { exactRange, rangeText } from '../../components/money';
import { formatMoney } from '../../domain/money';
import type { Lang } from '../../domain/lang';
import { useLang, wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { scrollToTop } from '../../page-hooks';
import { PATHS } from '../../paths';
import type { ProgressSubject } from '../../stores';
import { useStores } from '../../stores-context';
import { useSales } from '../shared/merchant-stores';

/** What was recorded, and the ladder as it was and as the preview said it would be. */
export interface SavedAmount {
  entry: LedgerEntry;
  warnings: readonly string[];
  before: AwardAnswer | null;
  after: AwardAnswer | null;
  isCorrection: boolean;
  /** Whether an earlier try had stored another amount, in whose place this one stands. */
  hasEarlier: boolean;
}

/** Props of {@link AnswerView}. */
export interface AnswerViewProps {
  shop: OwnShop;
  saved: SavedAmount;
  subject: ProgressSubject;
  onAgain: () => void;
}

/** How long the road shows where it was before it moves, ms. */
const MOVE_AFTER_MS = 300;

/** The answer to a recorded amount: the road moves; beside it what looks odd, and a way back. */
export const AnswerView = observer(function AnswerView(props: AnswerViewProps) {
  const { shop, saved, subject, onAgain } = props;
  const { ui, incentives } = useStores();
  const sales = useSales();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantMoney.record;
  const [hasMoved, setMoved] = useState(false);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    // The form it takes the place of may have been scrolled.
    scrollToTop();
    const timer = setTimeout(() => setMoved(true), MOVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const { value, status } = incentives.progress(subject);
  const scheme = value && salesScheme(incentives.ownSchemes(value));
  // Until the cloud has answered, the preview stands for it: the same engine works both out.
  const isFresh = status === 'ready';
  const fresh = isFresh ? salesAward(scheme?.progress ?? null) : saved.after;
  const award = hasMoved ? (fresh ?? saved.after) : (saved.before ?? fresh);
  const rule = ruleOf(award, scheme?.ruleSet ?? null);
  // What came with the answer before belongs to the figure before.
  const details =
    value && scheme && award && hasMoved && isFresh
      ? {
          settlement: value.settlement,
          forecast: incentives.outlook(value, scheme.ruleSet, award),
        }
      : {};
  const { kind, amountFen, id } = saved.entry;
  const message = saved.isCorrection ? words.corrected : words.saved;
  const handleUndo = async () => {
    setBusy(true);
    // What an earlier try stored must not count again.
    const isWhole = saved.hasEarlier && !saved.isCorrection;
    const result = isWhole
      ? await sales.undo({ shopId: shop.id, entryId: id, isWhole })
      : await sales.takeBack(shop.id, id);
    setBusy(false);
    ui.toast(result.ok ? words.undone : wordError(result.error, t));
    if (!result.ok) return;
    // An undone correction leaves nothing to correct here: the ledger shows what counts again.
    if (saved.isCorrection) ui.back();
    else onAgain();
  };
  return (
    <PageFrame
      footer={
        <View className="record__foot">
          {!saved.isCorrection && (
            <View className="record__foot-side">
              <Button isDisabled={isBusy} onTap={onAgain}>
                {words.again}
              </Button>
            </View>
          )}
          <View className="record__foot-main">
            <Button kind="primary" isDisabled={isBusy} onTap={() => ui.back()}>
              {words.done}
            </Button>
          </View>
        </View>
      }
    >
      <View className="record__saved">
        <View className="record__saved-tick" />
        <View className="record__saved-words">
          {message(t.merchantMoney.entryKind[kind], formatMoney(amountFen, lang))}
        </View>
        <Button kind="quiet" size="small" isBusy={isBusy} onTap={() => void handleUndo()}>
          {words.undo}
        </Button>
      </View>
      {saved.warnings.map((warning) => (
        <View key={warning} className="record__warning">
          {warning}
        </View>
      ))}
      {award && rule ? (
        <Card title={`${value?.subject.name ?? ''} · ${t.progress.year(subject.year)}`}>
          <AwardRoad
            award={award}
            rule={rule}
            facts={scheme?.ruleSet.facts ?? []}
            sums={value?.sums ?? null}
            year={subject.year}
            moved={movedText(netOf(saved.before), netOf(award), lang)}
            selectedTierId={null}
            onSelect={() => ui.open(PATHS.progress.url())}
            {...details}
          />
        </Card>
      ) : (
        <View className="hl-footnote">{words.noAnswer}</View>
      )}
    </PageFrame>
  );
});

/**
 * From which net the figure has moved; null while it has not. What does not show in the short form
 * is written to the fen, both before and after.
 */
function movedText(from: NetStanding, to: NetStanding, lang: Lang): string | null {
  const before = knownNet(from);
  const after = knownNet(to);
  if (!before || !after || isSameNet(from, to)) return null;
  const short = rangeText(before, lang);
  return short === rangeText(after, lang)
    ? `${exactRange(before)} → ${exactRange(after)}`
    : `${short} →`;
}

function knownNet({ low, high }: NetStanding): { low: number; high: number | null } | null {
  return low === null ? null : { low, high };
}
