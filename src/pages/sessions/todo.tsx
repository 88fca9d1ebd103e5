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

type SessionRow = LiveSessionTodo['onAir'][number];
/** More of one kind than this stand in their tab. */
const MAX_OF_A_KIND = 2;

/** What asks for a step now, most urgent first, and the next session with its countdown. */
export const Todo = observer(function Todo({ shopId }: { shopId: string }) {
  const { ui, liveSessions } = useStores();
  const t = useText();
  const { onAir, unconfirmed, toRecord, next } = liveSessions.todo(shopId, ui.now);
  const answer = (session: SessionRow) => ui.open(PATHS.session.url({ id: session.id }));
  const record = (session: SessionRow) =>
    ui.open(PATHS.record.url({ shopId, sessionId: session.id }));
  const since = (session: SessionRow) =>
    t.sessions.onAirFor(wordSpan(minutesBetween(session.startedAt ?? session.startAt, ui.now), t));
  const tasks = [
    ...onAir.map((session) => ({
      session,
      note: since(session),
      label: t.sessions.record,
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
      note: t.sessions.toRecordAsk,
      label: t.sessions.record,
      onTap: () => record(session),
    })),
  ];
  return (
    <>
      {tasks.length > 0 && (
        <Card title={t.sessions.todo}>
          {tasks.map(({ session, note, label, onTap }, index) => (
            <Row
              key={session.id}
              title={session.title}
              note={<TaskNote session={session} note={note} />}
              value={
                <Button size="small" kind={index === 0 ? 'primary' : 'plain'} onTap={onTap}>
                  {label}
                </Button>
              }
              onTap={() => answer(session)}
            />
          ))}
        </Card>
      )}
      {next && <Next session={next} />}
    </>
  );
});

const TaskNote = observer(function TaskNote(props: { session: SessionRow; note: string }) {
  const { ui } = useStores();
  const { common } = useText();
  const state = stateAt(props.session, ui.now);
  return (
    <View>
      <StatusMark shape={stateShape(state)} label={common.sessionState[state]} />
      <View>{props.note}</View>
    </View>
  );
});

const Next = observer(function Next({ session }: { session: SessionRow }) {
  const { ui } = useStores();
  const t = useText();
  const time = useSessionTime();
  const minutes = minutesBetween(ui.now, session.startAt);
  const countdown =
    minutes > 0
      ? t.sessions.startsIn(t.common.span.in(wordSpan(minutes, t)))
      : t.sessions.startsNow;
  return (
    <Card title={t.sessions.next}>
      <Row
        title={session.title}
        note={`${time.span(session, ui.now)}\n${countdown}`}
        onTap={() => ui.open(PATHS.session.url({ id: session.id }))}
      />
    </Card>
  );
});
