import type { OutputOf } from '../../src/contract/endpoints';
import type { LiveSessionTab } from '../../src/contract/live-session';
import { type Names, presentRow, type RowRecord, type Viewer } from './live-sessions';

interface RowPage {
  items: RowRecord[];
  cursor: string | null;
}

type TodoPart = 'onAir' | 'unconfirmed' | 'toRecord' | 'upcoming';

/**
 * The first rows of the tabs that ask for something.
 * @param bind makes the cursor with which the list of a tab goes on.
 */
export function presentTodo(
  todo: Readonly<Record<TodoPart, RowPage>>,
  names: Names,
  viewer: Pick<Viewer, 'now' | 'sight'>,
  bind: (tab: LiveSessionTab, cursor: string | null) => string | null,
): Pick<OutputOf<'liveSession.todo'>, TodoPart> {
  const first = (tab: LiveSessionTab, { items, cursor }: RowPage) => ({
    items: items.map((session) => presentRow(session, names, viewer)),
    cursor: bind(tab, cursor),
  });
  return {
    onAir: first('on_air', todo.onAir),
    unconfirmed: first('unconfirmed', todo.unconfirmed),
    toRecord: first('to_record', todo.toRecord),
    upcoming: first('upcoming', todo.upcoming),
  };
}
