import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Fragment } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { wholeRange } from '../../components/money';
import { Row } from '../../components/row';
import { heldWords, stateShape, useSessionTime } from '../../components/session-words';
import { StatusMark } from '../../components/status-mark';
import { stateAt } from '../../domain/live-session/live-session';
import { type Task, tasksOf } from '../../domain/live-session/tasks';
import { can } from '../../domain/shop/capabilities';
import type { Role } from '../../domain/shop/shop';
import { minutesBetween } from '../../domain/time';
import { useReader, useText, wordInstant, wordSpan, wordStart } from '../../i18n';
import { PATHS } from '../../paths';
import type { LiveSessionTodo } from '../../stores';
import { useStores } from '../../stores-context';
import { canAnswer, LastAnswer, SessionAnswers } from '../shared/session-answers';

type SessionRow = LiveSessionTodo['onAir'][number];

/** What asks for a step now: on air, to be answered, about to start, to be recorded. */
export const Todo = observer(function Todo(props: {
  shopId: string;
  role: Role;
  isRecorder: boolean;
}) {
  const { shopId, role, isRecorder } = props;
  const { ui, liveSessions, answers } = useStores();
  const todo = liveSessions.todo(shopId, ui.now);
  const isPutOff = (id: string): boolean => answers.isPutOff(id, ui.now);
  const tasks = tasksOf(todo, { now: ui.now, isRecorder, isPutOff }).filter(
    ({ kind }) => kind !== 'next',
  );
  return (
    <View className="sessions__todo">
      <LastAnswer />
      {tasks.length > 0 && (
        <Card>
          {tasks.map((task, index) => (
            <Fragment key={task.session.id}>
              <TaskRow task={task} isFirst={index === 0} isRecorder={isRecorder} role={role} />
              {canAnswer(task.kind, role) && (
                <View className="sessions__answers">
                  <SessionAnswers {...task} role={role} />
                </View>
              )}
            </Fragment>
          ))}
        </Card>
      )}
    </View>
  );
});

const TaskRow = observer(function TaskRow(props: {
  task: Task<SessionRow>;
  isFirst: boolean;
  isRecorder: boolean;
  role: Role;
}) {
  const { task, isFirst, isRecorder, role } = props;
  const { ui } = useStores();
  const note = useNote();
  const { sessions } = useText();
  const { kind, session } = task;
  const { id: sessionId, shopId } = session;
  const look = () => ui.open(PATHS.session.url({ id: sessionId }));
  const record = () => ui.open(PATHS.record.url({ shopId, sessionId }));
  const action = {
    left_running: [sessions.answer, look],
    on_air: isRecorder ? [sessions.record, record] : null,
    unconfirmed: [sessions.answer, look],
    soon: can(role, 'session.run') ? [sessions.start, look] : null,
    to_record: [sessions.addAmount, record],
    next: null,
  } as const satisfies Record<Task<SessionRow>['kind'], readonly [string, () => void] | null>;
  const offered = canAnswer(kind, role) ? null : action[kind];
  return (
    <Row
      title={<TaskTitle session={session} />}
      note={note(task)}
      {...(offered
        ? {
            value: (
              <Button size="small" kind={isFirst ? 'primary' : 'plain'} onTap={offered[1]}>
                {offered[0]}
              </Button>
            ),
          }
        : {})}
      onTap={look}
    />
  );
});

/** The line below a title: why the session is here. */
function useNote(): (task: Task<SessionRow>) => string {
  const { ui } = useStores();
  const t = useText();
  const reader = useReader();
  const time = useSessionTime();
  return ({ kind, session }) => {
    const { startedAt, startAt, endAt, figures } = session;
    if (kind === 'left_running') {
      return t.sessions.leftRunning(wordInstant(endAt, ui.now, reader));
    }
    if (kind === 'unconfirmed') return t.sessions.unconfirmedAsk;
    if (kind === 'soon') {
      return ui.now < startAt ? wordStart(startAt, ui.now, reader) : t.sessions.due;
    }
    if (kind !== 'on_air') return time.span(session, ui.now);
    const since = t.sessions.onAirFor(wordSpan(minutesBetween(startedAt ?? startAt, ui.now), t));
    // The month below counts it already.
    return figures.net === null ? since : `${since} · ${wholeRange(figures.net)}`;
  };
}

const TaskTitle = observer(function TaskTitle({ session }: { session: SessionRow }) {
  const { ui } = useStores();
  const { common, sessions } = useText();
  const state = stateAt(session, ui.now);
  const isWaiting = state === 'ended';
  const held = heldWords(session, sessions);
  return (
    <View className="sessions__task">
      <View>{session.title}</View>
      {held !== null && <View className="hl-note">{held}</View>}
      <StatusMark
        shape={isWaiting ? 'waiting' : stateShape(state)}
        label={isWaiting ? sessions.toRecord : common.sessionState[state]}
      />
    </View>
  );
});
