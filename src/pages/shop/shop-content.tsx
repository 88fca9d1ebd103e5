import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PublicSessionRow } from '../../components/public-session-row';
import { ShopCover } from '../../components/shop-cover';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import type { ShopPage } from '../../stores';
import { useStores } from '../../stores-context';
import { AccountRow } from '../shared/account-row';
import { Disclosure } from './disclosure';
import {
  countsAsOnAir,
  phaseMovedOn,
  type PublicPhase,
} from '../../domain/live-session/public-phase';

interface ShopContentProps {
  page: ShopPage;
  onShare: () => void;
}

/** Past sessions shown until a tap asks for all of them. */
const PAST_IN_SHORT = 3;

/** The page of a store that was found: on air first, disclosure complete at the foot. */
export const ShopContent = observer(function ShopContent({ page, onShare }: ShopContentProps) {
  const { ui } = useStores();
  const t = useText();
  const [isAllPast, setAllPast] = useState(false);
  const { shop } = page;
  const { now } = ui;
  const all = [...page.ahead, ...page.past];
  const onAir = all.filter((session) => countsAsOnAir(session, now));
  const rest = all.filter((session) => !countsAsOnAir(session, now));
  const inPhase = (...phases: PublicPhase[]) =>
    rest.filter((session) => phases.includes(phaseMovedOn(session, now)));
  const due = inPhase('should_be_on_air', 'paused');
  const coming = inPhase('upcoming');
  const past = inPhase('over', 'cancelled');
  const shownPast = isAllPast ? past : past.slice(0, PAST_IN_SHORT);
  return (
    <>
      <ShopCover
        name={shop.name}
        verification={shop.verification}
        intro={shop.intro}
        now={ui.now}
      />
      <Sessions title={t.publicPages.onAir} rows={onAir} />
      <Sessions title={t.publicPages.due} rows={due} />
      <Sessions title={t.publicPages.coming} rows={coming} />
      {all.length === 0 && (
        <Card>
          <EmptyState isInline title={t.publicPages.noSessions} />
        </Card>
      )}
      {shop.accounts.length > 0 && (
        <>
          <Card title={t.publicPages.platforms}>
            {shop.accounts.map(({ platform, name }) => (
              <AccountRow key={`${platform}/${name}`} platform={platform} name={name} />
            ))}
          </Card>
          <View className="hl-footnote">{t.publicPages.accountNote}</View>
        </>
      )}
      <View className="shop__share">
        <Button kind="primary" openType="share" onTap={onShare}>
          {t.publicPages.share}
        </Button>
      </View>
      <Sessions title={t.publicPages.past} rows={shownPast} />
      {past.length > shownPast.length && (
        <Button kind="quiet" onTap={() => setAllPast(true)}>
          {t.publicPages.morePast(past.length)}
        </Button>
      )}
      <Disclosure shop={shop} />
      <View className="hl-footnote">{t.common.app.independent}</View>
    </>
  );
});

type Rows = readonly ShopPage['ahead'][number][];

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
          onTap={() => ui.open(PATHS.publicSession.url({ id: session.id }))}
        />
      ))}
    </Card>
  );
});
