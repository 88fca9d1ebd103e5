import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { wholeRange } from '../../components/money';
import { Row } from '../../components/row';
import { stateShape, useSessionTime } from '../../components/session-words';
import { StatusMark } from '../../components/status-mark';
import { stateAt } from '../../domain/live-session/live-session';
import { minutesBetween } from '../../domain/time';
import { useReader, useText, wordInstant, wordSpan, wordStart } from '../../i18n';
import { PATHS } from '../../paths';
import type { LiveSessionTodo } from '../../stores';
import { useStores } from '../../stores-context';
import { MAX_OF_A_KIND, soonOf } from './tabs';

type SessionRow = LiveSessionTodo['onAir'][number];

/** What asks for a step now: on air, to be answered, about to start, to be recorded. */
export const Todo = observer(function Todo(props: { shopId: string; isRecorder: boolean }) {
  const { shopId, isRecorder } = props;
  const { ui, liveSessions } = useStores();
  const t = useText();
  const reader = useReader();
  const time = useSessionTime();
  const todo = liveSessions.todo(shopId, ui.now);
  const soon = soonOf(todo, ui.now);
  const look = (session: SessionRow) => ui.open(PATHS.session.url({ id: session.id }));
  const record = (session: SessionRow) =>
    ui.open(PATHS.record.url({ shopId, sessionId: session.id }));
  const running = (session: SessionRow) => {
    const { startedAt, startAt, endAt, figures } = session;
    if (endAt < ui.now) return t.sessions.leftRunning(wordInstant(endAt, ui.now, reader));
    const since = t.sessions.onAirFor(wordSpan(minutesBetween(startedAt ?? startAt, ui.now), t));
    // The month below counts it already.
    return figures.net === null ? since : `${since} · ${wholeRange(figures.net)}`;
  };
  const toStart = ({ startAt }: SessionRow) =>
    ui.now < startAt ? wordStart(startAt, ui.now, reader) : t.sessions.due;
  const task = (session: SessionRow, note: string, label: string | null, onTap = look) => ({
    session,
    note,
    label,
    onTap: () => onTap(session),
  });
  const tasks = [
    ...todo.onAir.map((session) =>
      session.endAt < ui.now
        ? task(session, running(session), t.sessions.answer)
        : task(session, running(session), isRecorder ? t.sessions.record : null, record),
    ),
    ...todo.unconfirmed
      .slice(0, MAX_OF_A_KIND)
      .map((session) => task(session, t.sessions.unconfirmedAsk, t.sessions.answer)),
    ...(soon ? [task(soon, toStart(soon), t.sessions.start)] : []),
    ...(isRecorder ? todo.toRecord : [])
      .slice(0, MAX_OF_A_KIND)
      .map((session) => task(session, time.span(session, ui.now), t.sessions.addAmount, record)),
  ];
  if (tasks.length === 0) return null;
  return (
    <View className="sessions__todo">
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
            onTap={() => look(session)}
          />
        ))}
      </Card>
    </View>
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
