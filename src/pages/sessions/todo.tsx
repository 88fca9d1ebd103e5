import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { stateShape, useSessionTime } from '../../components/session-words';
import { StatusMark } from '../../components/status-mark';
import { stateAt } from '../../domain/live-session/live-session';
import { minutesBetween } from '../../domain/time';
import { useText, wordSpan } from '../../i18n';
import { PATHS } from '../../paths';
import type { LiveSessionTodo } from '../../stores';
import { useStores } from '../../stores-context';
import { MAX_OF_A_KIND } from './tabs';

type SessionRow = LiveSessionTodo['onAir'][number];

/** What asks for a step now, most urgent first, and the next session with its countdown. */
export const Todo = observer(function Todo(props: { shopId: string; isRecorder: boolean }) {
  const { shopId, isRecorder } = props;
  const { ui, liveSessions } = useStores();
  const t = useText();
  const time = useSessionTime();
  const { onAir, unconfirmed, toRecord } = liveSessions.todo(shopId, ui.now);
  const answer = (session: SessionRow) => ui.open(PATHS.session.url({ id: session.id }));
  const record = (session: SessionRow) =>
    ui.open(PATHS.record.url({ shopId, sessionId: session.id }));
  const since = (session: SessionRow) =>
    t.sessions.onAirFor(wordSpan(minutesBetween(session.startedAt ?? session.startAt, ui.now), t));
  const tasks = [
    ...onAir.map((session) => ({
      session,
      note: since(session),
      label: isRecorder ? t.sessions.record : null,
      onTap: () => record(session),
    })),
    ...unconfirmed.slice(0, MAX_OF_A_KIND).map((session) => ({
      session,
      note: t.sessions.unconfirmedAsk,
      label: t.sessions.answer,
      onTap: () => answer(session),
    })),
    ...toRecord.slice(0, MAX_OF_A_KIND).map((session) => ({
      session,
      note: time.span(session, ui.now),
      label: t.sessions.addAmount,
      onTap: () => record(session),
    })),
  ];
  return (
    <>
      {tasks.length > 0 && (
        <Card>
          {tasks.map(({ session, note, label, onTap }, index) => (
            <Row
              key={session.id}
              title={<TaskTitle session={session} />}
              note={note}
              value={
                label !== null && (
                  <Button size="small" kind={index === 0 ? 'primary' : 'plain'} onTap={onTap}>
                    {label}
                  </Button>
                )
              }
              onTap={() => answer(session)}
            />
          ))}
        </Card>
      )}
    </>
  );
});

const TaskTitle = observer(function TaskTitle({ session }: { session: SessionRow }) {
  const { ui } = useStores();
  const { common, sessions } = useText();
  const state = stateAt(session, ui.now);
  const isWaiting = state === 'ended';
  return (
    <View className="sessions__task">
      <View>{session.title}</View>
      <StatusMark
        shape={isWaiting ? 'waiting' : stateShape(state)}
        label={isWaiting ? sessions.toRecord : common.sessionState[state]}
      />
    </View>
  );
});
