import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { LiveSessionRow } from '../../components/live-session-row';
import { stateAt } from '../../domain/live-session/live-session';
import { soonOf } from '../../domain/live-session/tasks';
import { monthOf, chinaDayOf } from '../../domain/time';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

/** Sessions that are shown before the others are counted. */
const MAX_SHOWN = 2;

/** The next sessions, and how many more are planned. */
export const Coming = observer(function Coming(props: { shopId: string; onMore: () => void }) {
  const { shopId, onMore } = props;
  const { ui, liveSessions, shops } = useStores();
  const t = useText();
  const list = liveSessions.list(shopId, 'upcoming');
  const soon = soonOf(liveSessions.todo(shopId, ui.now), ui.now);
  const ahead = list.items.filter(
    (row) => row.id !== soon?.id && stateAt(row, ui.now) === 'scheduled',
  );
  if (ahead.length === 0) return null;
  const more = ahead.length - MAX_SHOWN;
  return (
    <>
      <View className="sessions__heading">{t.sessions.coming}</View>
      <Card>
        {ahead.slice(0, MAX_SHOWN).map((row, index) => (
          <LiveSessionRow
            key={row.id}
            session={row}
            now={ui.now}
            place={index === 0 ? ' hl-live--first' : ''}
            parts={{
              ...shops.differing,
              month: monthOf(chinaDayOf(row.startAt)) !== monthOf(ui.today),
            }}
            onTap={() => ui.open(PATHS.session.url({ id: row.id }))}
          />
        ))}
        {more > 0 && (
          <View className="sessions__more" role="button" onClick={onMore}>
            {t.sessions.moreComing(list.isComplete ? String(more) : `${String(more)}+`)}
          </View>
        )}
      </Card>
    </>
  );
});
