import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { TaskKind } from '../../domain/live-session/tasks';
import { can, type Capability } from '../../domain/shop/capabilities';
import type { Role } from '../../domain/shop/shop';
import { useReader, useText, wordClockOf, wordError } from '../../i18n';
import { PATHS } from '../../paths';
import type { Answer, LiveSessionTodo } from '../../stores';
import { useStores } from '../../stores-context';
import './session-answers.css';

/** What is answered where a session asks for it, and what a role must include for that. */
const ANSWERS: Partial<
  Record<TaskKind, readonly (readonly [Exclude<Answer, 'started'>, Capability])[]>
> = {
  unconfirmed: [
    ['aired', 'session.run'],
    ['not_aired', 'session.plan'],
    ['not_yet', 'session.run'],
  ],
  left_running: [
    ['ended_as_planned', 'session.run'],
    ['ended_now', 'session.run'],
  ],
};

/** Whether a person can answer what a session asks where it asks. */
export function canAnswer(kind: TaskKind, role: Role): boolean {
  return (ANSWERS[kind] ?? []).some(([, needed]) => can(role, needed));
}

/** Gives an answer; an odd one is asked about on the page of the session. */
export function useAnswer() {
  const { ui, answers } = useStores();
  const t = useText();
  return async (answer: Answer, session: LiveSessionTodo['onAir'][number]): Promise<void> => {
    const error = await answers.give(answer, session);
    if (error?.code === 'odd_step') ui.open(PATHS.session.url({ id: session.id }));
    else if (error) ui.toast(wordError(error, t));
  };
}

/** Props of {@link SessionAnswers}. */
export interface SessionAnswersProps {
  kind: TaskKind;
  session: LiveSessionTodo['onAir'][number];
  role: Role;
}

/** The answers to what a session asks, given in place: an open question, so all are equal. */
export const SessionAnswers = observer(function SessionAnswers(props: SessionAnswersProps) {
  const { kind, session, role } = props;
  const { ui, liveSessions } = useStores();
  const { home } = useText();
  const reader = useReader();
  const answer = useAnswer();
  const offered = (ANSWERS[kind] ?? []).filter(([, needed]) => can(role, needed));
  const isBusy = liveSessions.isBusy(session.id);
  return (
    <View className="answers">
      {offered.map(([id]) => (
        <View key={id} className="answers__one">
          <Button kind="outlined" isBusy={isBusy} onTap={() => void answer(id, session)}>
            {home.answer[id](wordClockOf(session.endAt, reader))}
          </Button>
        </View>
      ))}
      {kind === 'left_running' && (
        <View className="answers__one">
          <Button kind="outlined" onTap={() => ui.open(PATHS.console.url({ id: session.id }))}>
            {home.stillOnAir}
          </Button>
        </View>
      )}
    </View>
  );
});

/** Says what was just answered, and takes it back. */
export const LastAnswer = observer(function LastAnswer() {
  const { ui, answers, liveSessions } = useStores();
  const t = useText();
  const { given } = answers;
  if (given === null) return null;
  const takeBack = async (): Promise<void> => {
    const error = await answers.takeBack();
    ui.toast(error ? wordError(error, t) : t.home.takenBack);
  };
  return (
    <Card>
      <Row
        title={given.title}
        note={t.home.given[given.answer]}
        value={
          <Button
            size="small"
            kind="outlined"
            isBusy={liveSessions.isBusy(given.sessionId)}
            onTap={() => void takeBack()}
          >
            {t.home.takeBack}
          </Button>
        }
      />
    </Card>
  );
});
