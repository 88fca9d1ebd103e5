import { View } from '@tarojs/components';
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import { sessionCard } from '../../domain/share-card';
import { useText, wordError } from '../../i18n';
import { sharedCard, usePageTitle, usePreparedCard, useQuery } from '../../page-hooks';
import { useStores } from '../../stores-context';
import { SessionBody } from './session-body';

/** The page of one session: no login, one call, works for nobody and by time. */
export default observer(function PublicSessionPage() {
  const { discover, share, ui } = useStores();
  const { id } = useQuery('id');
  const t = useText();
  usePageTitle(t.viewer.session.title);
  useEffect(() => {
    if (id !== null) void discover.loadSession(id);
  }, [discover, id]);
  const { value, error } = discover.sessionPage(id ?? '');
  const card = value === null ? null : sessionCard(value.session, ui.lang, ui.now);
  usePreparedCard(card);
  useShareAppMessage(() => sharedCard(share.card(card?.path ?? ''), t.common.app.name));
  useShareTimeline(() => ({
    title: value?.session.title ?? t.common.app.name,
    query: `id=${encodeURIComponent(id ?? '')}`,
  }));
  if (value !== null && card !== null) return <SessionBody page={value} path={card.path} />;
  const isGone = id === null || error?.code === 'not_found' || error?.code === 'invalid_input';
  if (isGone) {
    const action = {
      label: t.viewer.shop.toHome,
      onTap: () => ui.open('/pages/home/index'),
      isPrimary: false,
    };
    return (
      <PageFrame>
        <EmptyState title={t.viewer.session.notFound} action={action} />
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      {error === null ? (
        <LoadingState label={t.common.state.loading} rows={5} />
      ) : (
        <ErrorState
          message={wordError(error, t)}
          retryLabel={t.common.action.retry}
          onRetry={() => void discover.loadSession(id)}
        />
      )}
      <View className="hl-footnote">{t.common.app.independent}</View>
    </PageFrame>
  );
});
