import { View } from '@tarojs/components';
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import {
  PublicAccounts,
  PublicDisclosure,
  PublicShopHead,
} from '../../components/public-shop-facts';
import { PublicSessionRow } from '../../components/public-session-row';
import { ShareButton } from '../../components/share-button';
import { shopCard } from '../../domain/share-card';
import { useText, wordError } from '../../i18n';
import type { PlannedCard, ShopPage } from '../../stores';
import { sharedCard, usePageTitle, usePreparedCard, useQuery } from '../../page-hooks';
import { useStores } from '../../stores-context';

/** A published store's page: no login, one call, works for nobody. */
export default observer(function PublicShopPage() {
  const { discover, share, ui } = useStores();
  const { id } = useQuery('id');
  const t = useText();
  usePageTitle(t.viewer.shop.title);
  useEffect(() => {
    if (id !== null) void discover.loadShop(id);
  }, [discover, id]);
  const { value, error } = discover.shopPage(id ?? '');
  const card = value === null ? null : planOf(value, ui.lang, ui.now);
  usePreparedCard(card);
  useShareAppMessage(() => sharedCard(share.card(card?.path ?? ''), t.common.app.name));
  useShareTimeline(() => ({
    title: value?.shop.name ?? t.common.app.name,
    query: `id=${encodeURIComponent(id ?? '')}`,
  }));
  if (value !== null && card !== null) return <Shop page={value} path={card.path} />;
  const isGone = id === null || error?.code === 'not_found' || error?.code === 'invalid_input';
  if (isGone) {
    const action = {
      label: t.viewer.shop.toHome,
      onTap: () => ui.open('/pages/home/index'),
      isPrimary: false,
    };
    return (
      <PageFrame>
        <EmptyState title={t.viewer.shop.notFound} action={action} />
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      {error === null ? (
        <LoadingState label={t.common.state.loading} rows={6} />
      ) : (
        <ErrorState
          message={wordError(error, t)}
          retryLabel={t.common.action.retry}
          onRetry={() => void discover.loadShop(id)}
        />
      )}
    </PageFrame>
  );
});

const planOf = (page: ShopPage, lang: 'zh-CN' | 'en-US', now: string): PlannedCard => {
  const { id, name, intro, verification } = page.shop;
  const isVerified = verification.state === 'verified';
  const sessions = [...page.onAir, ...page.coming];
  return shopCard({ id, name, intro, isVerified, sessions }, lang, now);
};

const Shop = observer(function Shop({ page, path }: { page: ShopPage; path: string }) {
  const { share, ui } = useStores();
  const t = useText();
  const { shop, onAir, coming, past } = page;
  const words = t.viewer.shop;
  const copy = async (name: string): Promise<void> => {
    const isCopied = await ui.copy(name);
    ui.toast(isCopied ? t.common.state.copied : t.common.state.copyFailed);
  };
  const rows = (title: string, sessions: ShopPage['past']) =>
    sessions.length === 0 ? null : (
      <Card title={title}>
        {sessions.map((session) => (
          <PublicSessionRow
            key={session.id}
            session={session}
            now={ui.now}
            onTap={() => ui.open(`/pages/live-session/index?id=${session.id}`)}
          />
        ))}
      </Card>
    );
  const isQuiet = onAir.length + coming.length + past.length === 0;
  return (
    <PageFrame
      offlineMessage={ui.isOffline ? t.common.state.offline : null}
      footer={
        <ShareButton
          kind="primary"
          onPost={share.canPost ? () => void share.post(path) : undefined}
        >
          {words.share}
        </ShareButton>
      }
    >
      <PublicShopHead
        name={shop.name}
        isVerified={shop.verification.state === 'verified'}
        intro={shop.intro}
      />
      {rows(words.onAir, onAir)}
      {rows(words.coming, coming)}
      {isQuiet && <EmptyState isInline title={words.nothing} note={words.nothingNote} />}
      <PublicAccounts accounts={shop.accounts} onCopy={(name) => void copy(name)} />
      {rows(words.past, past)}
      <PublicDisclosure
        legalForm={shop.legalForm}
        place={shop.place}
        disclosure={shop.disclosure}
      />
      <View className="hl-footnote">{t.common.app.independent}</View>
    </PageFrame>
  );
});
