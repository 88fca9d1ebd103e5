import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { type BarPart, Bars } from '../../components/bars';
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
            ? partsOf(shown.net, 'solid', openFen)
            : partsOf(shown.net, 'other', 0),
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

/** A net as a bar: above its lower bound it is not known. */
function partsOf({ low, high }: NetBounds, kind: 'solid' | 'other', openFen: number): BarPart[] {
  const settled = low - Math.min(Math.max(0, low), openFen);
  const parts: BarPart[] = [{ kind, from: 0, to: settled }];
  if (settled < low) parts.push({ kind: 'open', from: settled, to: low });
  if (low < high) parts.push({ kind: 'unknown', from: low, to: high });
  return parts;
}
