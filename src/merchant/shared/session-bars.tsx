import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { type BarPart, Bars } from '../../components/bars';
import { netParts } from '../../components/bars/net-parts';
import { exactRange, rangeText } from '../../components/money';
import type { LiveSessionRow } from '../../contract/live-session';
import type { SessionNet } from '../../domain/live-session/beside';
import { axisOf } from '../../domain/money/axis';
import type { NetBounds } from '../../domain/sales';
import { chinaDayOf } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useFind } from './merchant-stores';
import './session-bars.css';

/** Props of {@link SessionBars}. */
export interface SessionBarsProps {
  session: LiveSessionRow;
  /** Compares with the sessions of this host alone; null: with all of the store. */
  hostId: string | null;
  /** What of its net may still come back, fen; 0 where nothing can, or where it is not known. */
  openFen?: number;
}

const HEIGHT_PX = 76;

/** The net of a session beside the last ones before it, and their median; nothing where too few are. */
export const SessionBars = observer(function SessionBars(props: SessionBarsProps) {
  const { session, hostId, openFen = 0 } = props;
  const { ui } = useStores();
  const find = useFind();
  const lang = useLang();
  const words = useMerchantText().merchantSession.session.beside;
  const { id, bookedOn } = session;
  const hasNet = session.figures.net !== null;
  useEffect(() => {
    if (hasNet) void find.loadBeside(session, hostId);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- other changes of it ask for no other list
  }, [find, id, bookedOn, hostId, hasNet]);
  const beside = find.beside(session, hostId);
  if (beside === null) return null;
  const { before, own, median } = beside;
  const sessions = [...before, own];
  const isOwn = (shown: SessionNet): boolean => shown.id === own.id;
  const medianText = words.before(before.length, rangeText(median, lang));
  return (
    <View className="session-bars">
      <Bars
        bars={sessions.map((shown) => ({
          id: shown.id,
          label: '',
          parts: isOwn(shown)
            ? ownParts(shown.net, openFen)
            : netParts({ ...shown.net, settledFen: shown.net.low, kind: 'other' }),
        }))}
        axis={axisOf(sessions.flatMap(({ net }) => [net.low, net.high]))}
        {...(median.low === median.high ? { against: median.low } : {})}
        heightPx={HEIGHT_PX}
        title={words.title}
        rows={() =>
          [...sessions].reverse().map(({ id: key, title, startAt, net }) => ({
            id: key,
            label: `${wordChinaDay(chinaDayOf(startAt), ui.now, lang)} ${title}`,
            value: exactRange(net),
          }))
        }
      />
      <View className="session-bars__foot">
        <View>{medianText}</View>
        <View className="session-bars__own">{words.own}</View>
      </View>
    </View>
  );
});

/** The net of this session, of which a part may come back. */
function ownParts(net: NetBounds, openFen: number): BarPart[] {
  const settledFen = net.low - Math.min(Math.max(0, net.low), openFen);
  return netParts({ ...net, settledFen });
}
