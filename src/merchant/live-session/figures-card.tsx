import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Money } from '../../components/money';
import type { Figures } from '../../contract/figures';
import type { LiveSession } from '../../contract/live-session';
import type { LedgerEntry } from '../../contract/sales';
import { formatMoney, wholePercent } from '../../domain/money';
import { useLang, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useSales } from '../shared/merchant-stores';

type FigureName = Exclude<keyof Figures, 'entryCount'>;

const KINDS: Record<FigureName, readonly LedgerEntry['kind'][]> = {
  orderedFen: ['ordered'],
  paidFen: ['paid'],
  refundedFen: ['refunded'],
  netFen: ['paid', 'refunded'],
};

/** What the session's ledger adds up to; each figure says how, from what, and for when. */
export const FiguresCard = observer(function FiguresCard({ session }: { session: LiveSession }) {
  const { ui } = useStores();
  const sales = useSales();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantSession.session;
  const { figures, goalFen } = session;
  const scope = { shopId: session.shopId, sessionId: session.id, month: null };
  const counted = sales.ledger(scope).items.filter(({ status }) => status === 'counts');
  const basisOf = (name: FigureName): string => {
    const bases = counted
      .filter(({ kind }) => KINDS[name].includes(kind))
      .map(({ basis }) => basis);
    const named = [...new Set(bases)].map((basis) => t.common.basis[basis]);
    return named.length === 0 ? words.figureBasisNone : named.join(t.incentive.listSeparator);
  };
  const figure = (name: FigureName, label: string, size: 'section' | 'hero') => (
    <View className={`session__figure session__figure--${size}`}>
      <View className="session__figure-label">{label}</View>
      <Money
        amount={figures[name]}
        isExact
        size={size}
        whyUnknown={words.unknownWhy[name]}
        info={{
          label,
          basis: basisOf(name),
          period: words.figurePeriod(wordChinaDay(session.bookedOn, ui.now, lang)),
          formula: words.figureFormula[name],
        }}
      />
    </View>
  );
  return (
    <Card title={words.figures} isPadded>
      {figure('netFen', t.common.net, 'hero')}
      {figures.netFen === null && <View className="hl-secondary">{words.unknownWhy.netFen}</View>}
      {figures.entryCount > 0 && (
        <View className="session__figures">
          {figure('orderedFen', t.common.entryKind.ordered, 'section')}
          {figure('paidFen', t.common.entryKind.paid, 'section')}
          {figure('refundedFen', t.common.entryKind.refunded, 'section')}
        </View>
      )}
      {goalFen !== null && goalFen > 0 && (
        <View className="session__goal">
          <View className="session__goal-way">
            <View
              className="session__goal-done"
              style={{ width: goalWidth(figures.netFen, goalFen) }}
            />
          </View>
          <View className="session__goal-words">
            {`${words.goal} ${formatMoney(goalFen, lang)} · ${goalWords(figures.netFen, goalFen, words)}`}
          </View>
        </View>
      )}
    </Card>
  );
});

/** Cut, not rounded: a goal is not shown as reached before it is. Unknown is not 0 %. */
function goalWords(
  netFen: number | null,
  goalFen: number,
  words: { goalReached: (percent: string) => string; goalUnknown: string },
): string {
  return netFen === null
    ? words.goalUnknown
    : words.goalReached(String(wholePercent(netFen, goalFen)));
}

function goalWidth(netFen: number | null, goalFen: number): string {
  return `${Math.min(100, wholePercent(netFen ?? 0, goalFen))}%`;
}
