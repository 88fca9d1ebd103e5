import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { useSessionTime } from '../../components/session-words';
import { formatMoneyExact } from '../../domain/money';
import { initialOf } from '../../domain/cover/cover';
import { useText } from '../../i18n';
import { usePublicText } from '../../i18n/public';
import { PATHS } from '../../paths';
import type { SessionPage } from '../../stores';
import { useStores } from '../../stores-context';
import { AccountRow } from '../shared/account-row';
import { CoverPicture } from '../shared/cover-picture';
import { StateStrip } from './state-strip';

/** A session that was found: when, where to watch, what is on sale, whose it is. */
export const SessionContent = observer(function SessionContent({ page }: { page: SessionPage }) {
  const { ui } = useStores();
  const t = useText();
  const publicText = usePublicText();
  const { session, teasers, shop, finderUserName } = page;
  const { platform, accountName } = session;
  const isVerified = shop.verification.state === 'verified';
  return (
    <>
      <SessionHead session={session} />
      {session.partOf !== null && (
        <Card>
          <Row
            title={publicText.partOf}
            value={publicText.seeWhole}
            onTap={() => ui.open(PATHS.publicSession.url({ id: session.partOf ?? '' }))}
          />
        </Card>
      )}
      {platform !== null && accountName !== null && (
        <Card>
          <AccountRow account={{ platform, name: accountName, finderUserName }} />
        </Card>
      )}
      {teasers.length > 0 && (
        <>
          <Card title={publicText.teasers}>
            {teasers.map(({ name, priceFen, priceBasis }) => (
              <Row
                key={name}
                title={name}
                note={priceBasis}
                value={priceFen === null ? publicText.noPrice : formatMoneyExact(priceFen)}
              />
            ))}
          </Card>
          <View className="hl-footnote">{publicText.priceNote}</View>
        </>
      )}
      <Card>
        <Row
          lead={
            <CoverPicture
              className="session-head__logo"
              cover={{ id: shop.id, width: 88, height: 88, letter: initialOf(shop.name) }}
            />
          }
          title={shop.name}
          note={`${t.common.verification[shop.verification.state]}${isVerified ? '' : ` · ${publicText.unverifiedNote}`}`}
          value={publicText.enterShop}
          onTap={() => ui.open(PATHS.shop.url({ id: shop.id }))}
        />
        <Row
          title={publicText.report}
          onTap={() => ui.open(PATHS.report.url({ shopId: shop.id, sessionId: session.id }))}
        />
      </Card>
      <View className="hl-footnote">{t.common.app.independent}</View>
    </>
  );
});

type Session = SessionPage['session'];

const SessionHead = observer(function SessionHead({ session }: { session: Session }) {
  const { ui } = useStores();
  const t = useText();
  const publicText = usePublicText();
  const time = useSessionTime();
  const { id, shopId } = session;
  const isCancelled = session.phase === 'cancelled';
  return (
    <View className="session-head">
      <CoverPicture
        className="session-head__cover"
        cover={{ id: shopId, variant: id, width: 750, height: 320, letter: '' }}
      />
      <StateStrip session={session} />
      <View className="session-head__about">
        <View className={`session-head__time${isCancelled ? ' session-head__time--not' : ''}`}>
          {time.span(session, ui.now)}
        </View>
        {session.precision === 'day' && (
          <View className="session-head__note">{publicText.dayOnly}</View>
        )}
        <View className="session-head__title">{session.title}</View>
        {session.hostNames.length > 0 && (
          <View className="session-head__note">
            {publicText.host} {session.hostNames.join(t.incentive.listSeparator)}
          </View>
        )}
        {session.isAiPresenter && <View className="session-head__ai">{publicText.ai}</View>}
      </View>
    </View>
  );
});
