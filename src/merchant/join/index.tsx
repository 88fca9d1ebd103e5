import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading, type ReadingState } from '../../components/reading';
import type { OutputOf } from '../../contract/endpoints';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useTeam } from '../shared/merchant-stores';
import { useOfflineMessage } from '../shared/shop-page';
import { CodeForm } from './code-form';
import { InvitedView } from './invited-view';
import './index.css';

/** What an invitation is read as. */
export type Invited = OutputOf<'team.invitation'>;

const IDLE: ReadingState<Invited> = { status: 'idle', value: null, error: null };

/** Opened by an invitation's card, or by hand for a code: first what it is for, then one tap. */
export default observer(function JoinPage() {
  const { code: given } = usePageQuery(PATHS.join);
  const { ui } = useStores();
  const teams = useTeam();
  const t = useMerchantText();
  const words = t.merchantTeam.join;
  usePageTitle(words.title);
  const [code, setCode] = useState(given);
  const [reading, setReading] = useState(IDLE);
  const offlineMessage = useOfflineMessage(null);
  const look = async (asked: string) => {
    setReading({ ...IDLE, status: 'loading' });
    const result = await teams.invitation(asked);
    setReading(
      result.ok
        ? { status: 'ready', value: result.data, error: null }
        : { status: 'error', value: null, error: result.error },
    );
  };
  useEffect(() => {
    if (code !== null && ui.isIdentified) void look(code);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it is read once for each code
  }, [code]);
  const isGone = ['not_found', 'invalid_input'].includes(reading.error?.code ?? '');
  return (
    <PageFrame offlineMessage={offlineMessage}>
      {!ui.isIdentified && <EmptyState title={words.anonymous} />}
      {ui.isIdentified && code === null && <CodeForm onCode={setCode} />}
      {ui.isIdentified && code !== null && isGone && (
        <>
          <Card>
            <EmptyState isInline title={words.gone} note={words.goneNote} />
          </Card>
          <CodeForm onCode={setCode} />
        </>
      )}
      {ui.isIdentified && code !== null && !isGone && (
        <Reading reading={reading} onRetry={() => void look(code)}>
          {(invited) => (
            <InvitedView invited={invited} code={code} onGone={() => void look(code)} />
          )}
        </Reading>
      )}
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});
