import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PublicSessionRow } from '../../components/public-session-row';
import { Row } from '../../components/row';
import { useText } from '../../i18n';
import { usePublicText } from '../../i18n/public';
import { PATHS } from '../../paths';
import type { ShopPage, WhichSessions } from '../../stores';
import { useStores } from '../../stores-context';
import { AccountRow } from '../shared/account-row';
import { Disclosure } from './disclosure';
import { ShopCover } from './shop-cover';
import {
  countsAsOnAir,
  phaseMovedOn,
  type PublicPhase,
} from '../../domain/live-session/public-phase';

/** Coming and past sessions shown here; all are on a page of their own. */
const MAX_COMING = 6;
const MAX_PAST = 3;

/** The page of a store that was found: on air first, disclosure complete at the foot. */
export const ShopContent = observer(function ShopContent({ page }: { page: ShopPage }) {
  const { ui } = useStores();
  const t = useText();
  const publicText = usePublicText();
  const { shop } = page;
  const { now } = ui;
  const moreAccounts = shop.accountCount - shop.accounts.length;
  const all = [...page.ahead, ...page.past];
  const onAir = all.filter((session) => countsAsOnAir(session, now));
  const rest = all.filter((session) => !countsAsOnAir(session, now));
  const inPhase = (...phases: PublicPhase[]) =>
    rest.filter((session) => phases.includes(phaseMovedOn(session, now)));
  const due = inPhase('should_be_on_air', 'paused');
  const coming = inPhase('upcoming');
  const past = inPhase('over', 'cancelled');
  const open = (which: WhichSessions) => () =>
    ui.open(PATHS.shopSessions.url({ shopId: shop.id, which }));
  return (
    <>
      <ShopCover
        id={shop.id}
        name={shop.name}
        verification={shop.verification}
        intro={shop.intro}
        now={ui.now}
      />
      <Sessions title={publicText.onAir} rows={onAir} />
      <Sessions title={publicText.due} rows={due} />
      <Sessions
        title={publicText.coming}
        rows={coming.slice(0, MAX_COMING)}
        onAll={page.hasMoreAhead || coming.length > MAX_COMING ? open('ahead') : null}
      />
      {all.length === 0 && !page.hasMoreAhead && (
        <Card>
          <EmptyState isInline title={publicText.noSessions} />
        </Card>
      )}
      {shop.accounts.length > 0 && (
        <>
          <Card title={publicText.platforms}>
            {shop.accounts.map((account) => (
              <AccountRow key={`${account.platform}/${account.name}`} account={account} />
            ))}
          </Card>
          {moreAccounts > 0 && (
            <View className="hl-footnote">{publicText.moreAccounts(moreAccounts)}</View>
          )}
          <View className="hl-footnote">{publicText.accountNote}</View>
        </>
      )}
      <Sessions
        title={publicText.past}
        rows={past.slice(0, MAX_PAST)}
        onAll={page.hasMorePast || past.length > MAX_PAST ? open('past') : null}
      />
      <Disclosure shop={shop} />
      <Card>
        <Row
          title={publicText.report}
          onTap={() => ui.open(PATHS.report.url({ shopId: shop.id }))}
        />
      </Card>
      <View className="hl-footnote">{t.common.app.independent}</View>
    </>
  );
});

type Rows = readonly ShopPage['ahead'][number][];

interface SessionsProps {
  title: string;
  rows: Rows;
  /** Opens the page of all of them; null while all are shown. */
  onAll?: (() => void) | null;
}

const Sessions = observer(function Sessions({ title, rows, onAll = null }: SessionsProps) {
  const { ui } = useStores();
  const publicText = usePublicText();
  if (rows.length === 0 && onAll === null) return null;
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
      {onAll && <Row title={publicText.allSessions} onTap={onAll} />}
    </Card>
  );
});
