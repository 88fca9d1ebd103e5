import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PublicSessionRow } from '../../components/public-session-row';
import { Reading } from '../../components/reading';
import { Row } from '../../components/row';
import { phaseMovedOn } from '../../domain/share-card';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { isListedOnAir } from '../../domain/live-session/live-session';

/** What anyone may see first: on air, then coming. */
export const DiscoverSessions = observer(function DiscoverSessions() {
  const { ui, discover } = useStores();
  const t = useText();
  const { shops } = discover;
  const { status, error } = shops;
  const all = [...discover.onAir, ...discover.coming];
  const phased = all.map((session) => ({ session, phase: phaseMovedOn(session, ui.now) }));
  const onAir = phased.filter(({ phase }) => isListedOnAir(phase));
  const coming = phased.filter(({ phase }) => phase === 'upcoming');
  const nothing = { title: t.home.emptyTitle, note: t.home.emptyNote, isInline: true };
  return (
    <Reading
      reading={{ status, error, value: shops.at === null ? null : shops.items }}
      onRetry={() => void discover.load()}
      empty={(stores) => (stores.length === 0 && all.length === 0 ? nothing : null)}
    >
      {() => (
        <>
          <Sessions title={t.home.onAir} rows={onAir.map(({ session }) => session)} />
          <Sessions title={t.home.coming} rows={coming.map(({ session }) => session)} />
        </>
      )}
    </Reading>
  );
});

/** Verified stores with a public page. */
export const DiscoverStores = observer(function DiscoverStores() {
  const { ui, discover } = useStores();
  const t = useText();
  const { items, isComplete, status } = discover.shops;
  if (items.length === 0) return null;
  return (
    <>
      <Card title={t.home.stores}>
        {items.map((shop) => (
          <Row
            key={shop.id}
            title={shop.name}
            note={
              shop.intro ||
              shop.platforms.map((platform) => t.common.platform[platform]).join(' · ')
            }
            onTap={() => ui.open(PATHS.shop.url({ id: shop.id }))}
          />
        ))}
      </Card>
      {!isComplete && (
        <Button kind="quiet" isBusy={status === 'loading'} onTap={() => void discover.loadMore()}>
          {t.home.moreStores}
        </Button>
      )}
      <View className="hl-footnote">{t.home.storesNote}</View>
    </>
  );
});

type Rows = ReturnType<typeof useStores>['discover']['onAir'];

const Sessions = observer(function Sessions({ title, rows }: { title: string; rows: Rows }) {
  const { ui } = useStores();
  if (rows.length === 0) return null;
  return (
    <Card title={title}>
      {rows.map((session) => (
        <PublicSessionRow
          key={session.id}
          session={session}
          now={ui.now}
          isShopShown
          onTap={() => ui.open(PATHS.publicSession.url({ id: session.id }))}
        />
      ))}
    </Card>
  );
});
