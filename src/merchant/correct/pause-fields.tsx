import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { MAX_PAUSES } from '../../domain/live-session/live-session';
import { addMinutes, chinaDayOf } from '../../domain/time';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { TimesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { TimeRange } from '../shared/time-range';

const USUAL_PAUSE_MINUTES = 10;

/** The pauses of a session: added, changed and removed; each lies after the one before. */
export const PauseFields = observer(function PauseFields({ draft }: { draft: TimesDraft }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantSession.correct;
  const { pauses, startedAt, endedAt } = draft.fields;
  const add = () => {
    const from = pauses[pauses.length - 1]?.to ?? startedAt;
    draft.set({ pauses: [...pauses, { from, to: addMinutes(from, USUAL_PAUSE_MINUTES) }] });
  };
  return (
    <Card title={words.pauses}>
      {pauses.map(({ from, to }, index) => (
        // Pauses have no id; their order is the only name they have.
        <View key={index} className="correct__pause">
          <View className="correct__pause-head">
            <View>{words.pauseOf(index + 1)}</View>
            <Button
              kind="quiet"
              size="small"
              onTap={() => draft.set({ pauses: pauses.filter((_, at) => at !== index) })}
            >
              {words.removePause}
            </Button>
          </View>
          <TimeRange
            value={{ startAt: from, endAt: to }}
            onChange={({ startAt, endAt }) => {
              const changed = { from: startAt, to: endAt };
              draft.set({ pauses: pauses.map((pause, at) => (at === index ? changed : pause)) });
              draft.touch(`pauses.${index}.from`);
              draft.touch(`pauses.${index}.to`);
            }}
            startLabel={words.pauseFrom}
            endLabel={words.pauseTo}
            now={ui.now}
            firstDay={chinaDayOf(startedAt)}
            lastDay={chinaDayOf(endedAt)}
            issue={wordIssue(
              draft.issueAt(`pauses.${index}.from`) ?? draft.issueAt(`pauses.${index}.to`),
              t,
            )}
          />
        </View>
      ))}
      {pauses.length < MAX_PAUSES && (
        <View className="correct__add">
          <Button onTap={add}>{words.addPause}</Button>
        </View>
      )}
      {draft.issueAt('pauses') !== null && (
        <View className="correct__note">{wordIssue(draft.issueAt('pauses'), t)}</View>
      )}
    </Card>
  );
});
