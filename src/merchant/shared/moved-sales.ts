import type { LiveSession } from '../../contract/live-session';
import { formatMoneyPlain } from '../../domain/money';
import { useReader, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { yearOf } from '../../domain/time';
import { useStores } from '../../stores-context';

/** Sales of a session that are booked on other days than one. */
interface MovedSales {
  entryCount: number;
  /** What would move, from where to where, and whether another year gets it. */
  words: string;
}

/** Sales of a session that would move if they were booked on `day`; null when there are none. */
export function useMovedSales(session: LiveSession, day: string): MovedSales | null {
  const { ui } = useStores();
  const { lang } = useReader();
  const t = useMerchantText();
  const others = session.dayFigures.filter(({ bookedOn }) => bookedOn !== day);
  if (others.length === 0) return null;
  const entryCount = others.reduce((sum, { figures }) => sum + figures.entryCount, 0);
  const nets = others.map(({ figures }) => figures.net);
  const isExact = nets.every((net) => net !== null && net.low === net.high);
  const net = nets.reduce((sum, each) => sum + (each?.low ?? 0), 0);
  const dayWords = (each: string): string => wordChinaDay(each, ui.now, lang);
  return {
    entryCount,
    words: t.merchantSession.correct.moves({
      count: entryCount,
      money: isExact ? formatMoneyPlain(net) : null,
      from: others.map(({ bookedOn }) => dayWords(bookedOn)).join(t.incentive.listSeparator),
      to: dayWords(day),
      isOtherYear: others.some(({ bookedOn }) => yearOf(bookedOn) !== yearOf(day)),
    }),
  };
}
