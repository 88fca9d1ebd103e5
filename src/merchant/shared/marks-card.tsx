import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import { TAKE_BACK_MINUTES } from '../../domain/console/marks';
import { addMinutes } from '../../domain/time';
import { useReader, wordClockOf } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { ConsoleRow } from '../../stores/console-run';
import { useMarkWords } from './mark-words';
import './marks-card.css';

/** Marks shown before the rest is asked for. */
const RECENT = 5;

/** Props of {@link MarksCard}. */
export interface MarksCardProps {
  session: LiveSession;
  /** Those that stand, by their own time. */
  marks: readonly ConsoleRow[];
  /** Now, to the minute where nothing is taken back. */
  now: string;
  /** Takes a mark back; absent where they are only read. */
  onTakeBack?: (id: string) => void;
}

/** What was tapped while on air, the latest first, with who did and when. */
export const MarksCard = observer(function MarksCard(props: MarksCardProps) {
  const { session, marks, now, onTakeBack } = props;
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantConsole;
  const wordMark = useMarkWords(session);
  const [isAll, setAll] = useState(false);
  const latestFirst = [...marks].reverse();
  const shown = isAll ? latestFirst : latestFirst.slice(0, RECENT);
  if (marks.length === 0 && onTakeBack === undefined) return null;
  const isRecent = (at: string): boolean => now <= addMinutes(at, TAKE_BACK_MINUTES);
  return (
    <Card title={words.marks}>
      {marks.length === 0 && <View className="mk-marks__note">{words.marksNone}</View>}
      {shown.map((mark) => (
        <Row
          key={mark.id}
          lead={<View className="mk-marks__clock">{wordClockOf(mark.at, reader)}</View>}
          title={wordMark(mark)}
          note={mark.isPending ? words.isPending : t.merchantSession.session.by[mark.by]}
          {...(onTakeBack && isRecent(mark.at)
            ? {
                value: (
                  <Button kind="quiet" size="small" onTap={() => onTakeBack(mark.id)}>
                    {words.takeBack}
                  </Button>
                ),
              }
            : {})}
        />
      ))}
      {shown.length < marks.length && (
        <Row title={words.marksAll(marks.length)} onTap={() => setAll(true)} />
      )}
      {marks.length > 0 && <View className="mk-marks__note">{words.marksNote}</View>}
    </Card>
  );
});
