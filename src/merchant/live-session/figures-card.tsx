import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Money, NetFigure } from '../../components/money';
import { Row } from '../../components/row';
import type { Figures } from '../../contract/figures';
import type { LiveSession } from '../../contract/live-session';
import type { LedgerEntry } from '../../contract/sales';
import { formatMoney, formatMoneyPlain, wholePercent } from '../../domain/money';
import { useLang, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useSales } from '../shared/merchant-stores';
import { SessionBars } from '../shared/session-bars';
import { hasSeveralHosts, useHostName } from './session-hosts';

type FigureName = Exclude<keyof Figures, 'entryCount' | 'lacksSale'>;

const KINDS: Record<FigureName, readonly LedgerEntry['kind'][]> = {
  orderedFen: ['ordered'],
  paidFen: ['paid'],
  refundedFen: ['refunded'],
  net: ['paid', 'refunded'],
};

/** What the session's ledger adds up to; each figure says how, from what, and for when. */
export const FiguresCard = observer(function FiguresCard({ session }: { session: LiveSession }) {
  const { ui } = useStores();
  const sales = useSales();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantSession.session;
  const { figures, goalFen } = session;
  const hostId = session.hosts[0]?.id ?? null;
  const isEmpty = figures.entryCount === 0;
  const scope = { shopId: session.shopId, sessionId: session.id, month: null };
  const counted = sales.ledger(scope).items.filter(({ status }) => status === 'counts');
  const basisOf = (name: FigureName): string => {
    const bases = counted
      .filter(({ kind }) => KINDS[name].includes(kind))
      .map(({ basis }) => basis);
    const named = [...new Set(bases)].map((basis) => t.merchantMoney.basis[basis]);
    return named.length === 0 ? words.figureBasisNone : named.join(t.incentive.listSeparator);
  };
  const figure = (name: FigureName, label: string, size: 'body' | 'figure' | 'hero') => (
    <View className={`session__figure session__figure--${size}`}>
      <View className="session__figure-label">{label}</View>
      <Money
        {...boundsOf(figures, name)}
        isExact="whole"
        size={size}
        whyUnknown={isEmpty ? words.ledgerEmpty : words.unknownWhy[name]}
        info={{
          label,
          basis: basisOf(name),
          period: words.figurePeriod(wordChinaDay(session.bookedOn, ui.now, lang)),
          formula: words.figureFormula[name],
        }}
      />
    </View>
  );
  const { net } = figures;
  const netFen = net?.low ?? null;
  const whyNoFigure = isEmpty ? words.ledgerEmpty : words.unknownWhy.net;
  const whyRange = figures.lacksSale ? words.lacksSale : whyNoFigure;
  const isRange = net !== null && net.low !== net.high;
  const why = net !== null && !isRange ? null : whyRange;
  return (
    <>
      <Card isPadded>
        {figure('net', t.common.net, isRange ? 'figure' : 'hero')}
        {why !== null && <View className="hl-secondary">{why}</View>}
        {figures.entryCount > 0 && (
          <View className="session__figures">
            {figure('paidFen', t.merchantMoney.entryKind.paid, 'body')}
            {figure('refundedFen', t.merchantMoney.entryKind.refunded, 'body')}
            {figure('orderedFen', t.merchantMoney.entryKind.ordered, 'body')}
          </View>
        )}
        {session.state === 'ended' && (
          <SessionBars session={session} hostId={session.hosts.length === 1 ? hostId : null} />
        )}
        {goalFen !== null && goalFen > 0 && (
          <View className="session__goal">
            <View className="session__goal-way">
              <View className="session__goal-done" style={{ width: goalWidth(netFen, goalFen) }} />
            </View>
            <View className="session__goal-words">
              {`${words.goal} ${formatMoney(goalFen, lang)} · ${goalWords(netFen, goalFen, words)}`}
            </View>
          </View>
        )}
      </Card>
      {hasSeveralHosts(session) && <HostSums session={session} />}
    </>
  );
});

/** The net of each host of the session; they add up to the one above. */
const HostSums = observer(function HostSums({ session }: { session: LiveSession }) {
  const nameOf = useHostName(session);
  const words = useMerchantText().merchantSession.session;
  return (
    <Card title={words.byHost}>
      {session.hostFigures.map(({ hostId, figures }) => (
        <Row
          key={hostId ?? ''}
          title={nameOf(hostId)}
          value={<NetFigure net={figures.net} write={formatMoneyPlain} />}
        />
      ))}
    </Card>
  );
});

/** The figure, or both bounds of the net. */
function boundsOf(figures: Figures, name: FigureName) {
  if (name !== 'net') return { amount: figures[name] };
  return { amount: figures.net?.low ?? null, high: figures.net?.high ?? null };
}

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
