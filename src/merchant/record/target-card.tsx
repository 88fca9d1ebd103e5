import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { stateShape, useSessionTime } from '../../components/session-words';
import { StatusMark } from '../../components/status-mark';
import type { OwnShop } from '../../contract/shop';
import { stateAt } from '../../domain/live-session/live-session';
import { useLang, wordChinaDay } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { TargetSheet } from './target-sheet';

/** Props of {@link TargetCard}. */
export interface TargetCardProps {
  shop: OwnShop;
  draft: SalesDraft;
}

/** Where the amount belongs, in one row; a tap chooses another session or none. */
export const TargetCard = observer(function TargetCard({ shop, draft }: TargetCardProps) {
  const { ui, liveSessions } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const time = useSessionTime();
  const words = t.merchantMoney.record;
  const [isChoosing, setChoosing] = useState(false);
  const { target } = draft.fields;
  const { sessionId, bookedOn } = target;
  const isSession = target.of === 'session';
  const session = isSession ? liveSessions.known(sessionId) : null;
  const state = session && stateAt(session, ui.now);
  return (
    <Card>
      <Row
        title={isSession ? (session?.title ?? words.chooseSession) : words.notASession}
        note={
          isSession ? session && time.span(session, ui.now) : wordChinaDay(bookedOn, ui.now, lang)
        }
        value={
          isSession && state ? (
            <StatusMark shape={stateShape(state)} label={t.common.sessionState[state]} />
          ) : (
            ''
          )
        }
        onTap={() => setChoosing(true)}
      />
      {draft.issueAt('target.sessionId') !== null && (
        <View className="record__issue">{wordIssue('required', t)}</View>
      )}
      {isChoosing && <TargetSheet shop={shop} draft={draft} onClose={() => setChoosing(false)} />}
    </Card>
  );
});
