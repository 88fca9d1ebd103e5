import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Fragment } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PublicSessionRow } from '../../components/public-session-row';
import { Reading } from '../../components/reading';
import { Row } from '../../components/row';
import { sectionsOf } from '../../domain/live-session/sections';
import { useText } from '../../i18n';
import { linkTo } from '../../paths';
import type { ShopAhead } from '../../stores';
import { useStores } from '../../stores-context';

/** What anyone may see first: on air, what should be, then what comes. */
export const DiscoverSessions = observer(function DiscoverSessions() {
  const { ui, discover } = useStores();
  const t = useText();
  const { status, error, at } = discover.shops;
  const { items, isComplete } = discover.ahead;
  const nothing = { title: t.home.emptyTitle, note: t.home.emptyNote, isInline: true };
  const isEmpty = items.length === 0 && isComplete && discover.shops.items.length === 0;
  return (
    <Reading
      reading={{ status, error, value: at === null ? null : items }}
      onRetry={() => void discover.load()}
      empty={() => (isEmpty ? nothing : null)}
    >
      {(stores) => (
        <>
          {sectionsOf(stores, ui.now).map(({ section, stores: inSection }) => (
            <Sessions key={section} title={t.home.section[section]} stores={inSection} />
          ))}
          {!isComplete && (
            <Button
              kind="quiet"
              isBusy={discover.ahead.status === 'loading'}
              onTap={() => void discover.loadMoreAhead()}
            >
              {t.home.moreSessions}
            </Button>
          )}
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
            onTap={() => ui.open(linkTo('shop', shop.id, 'discovery'))}
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

interface SessionsProps {
  title: string;
  stores: readonly ShopAhead[];
}

const Sessions = observer(function Sessions({ title, stores }: SessionsProps) {
  const { ui } = useStores();
  const t = useText();
  return (
    <Card title={title}>
      {stores.map(({ shop, sessions, more, hasEvenMore }) => {
        const rest = hasEvenMore ? t.home.evenMoreOf(more) : t.home.moreOf(more);
        return (
          <Fragment key={shop.id}>
            {sessions.map((session) => (
              <PublicSessionRow
                key={session.id}
                session={session}
                now={ui.now}
                isShopShown
                onTap={() => ui.open(linkTo('publicSession', session.id, 'discovery'))}
              />
            ))}
            {more + Number(hasEvenMore) > 0 && (
              <Row
                title={sessions.length === 0 ? t.home.moreSessions : rest}
                note={shop.name}
                onTap={() => ui.open(linkTo('shop', shop.id, 'discovery'))}
              />
            )}
          </Fragment>
        );
      })}
    </Card>
  );
});
