import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { useHeadline } from '../../components/headline';
import { Money } from '../../components/money';
import { Row } from '../../components/row';
import { stateShape, useSessionTime } from '../../components/session-words';
import { StatusMark } from '../../components/status-mark';
import { hostNamesOf } from '../../domain/live-session/hosts';
import { canRecord, stateAt } from '../../domain/live-session/live-session';
import { isRunning, overAt, publicPhaseAt } from '../../domain/live-session/public-phase';
import { shownText } from '../../domain/words/shown';
import { sessionCard } from '../../domain/share-card';
import { can } from '../../domain/shop/capabilities';
import { netBounds } from '../../domain/sales/year-sums';
import { chinaDayOf, yearOf } from '../../domain/time';
import { useLang, useReader, useText, wordStart } from '../../i18n';
import type { RootStore } from '../../stores';
import { usePreparedCard } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { firstSubject, wordedAwards } from '../shared/own-progress';
import type { stripSession } from './load-home';
import './index.css';

interface MerchantStripProps {
  shop: NonNullable<RootStore['shops']['current']>;
  session: ReturnType<typeof stripSession>;
}

/** What the merchant does now: the session at hand, recording, sharing, and how far the tier is. */
export const MerchantStrip = observer(function MerchantStrip({
  shop,
  session,
}: MerchantStripProps) {
  const stores = useStores();
  const t = useText();
  const lang = useLang();
  const { ui, share } = stores;
  const state = session && stateAt(session, ui.now);
  const isOnAir = session !== null && state !== null && isRunning({ state });
  // The button on a session's card is for that session, and a coming one has nothing to record.
  const isRecorder = can(shop.role, 'sales.write');
  const canPlan = can(shop.role, 'session.plan');
  const toRecord = isRecorder && session && state && canRecord(state) ? session.id : null;
  const card =
    session && shop.isPublished && state !== 'ended'
      ? sessionCard(
          {
            ...session,
            title: shownText(session, 'title', session.title),
            hostNames: hostNamesOf(session),
            shopName: shownText(shop, 'name', shop.name),
            isShopVerified: shop.verification.state === 'verified',
            phase: publicPhaseAt(session, ui.now),
            overAt: overAt(session),
            pausedAt: null,
            isAiPresenter: false,
          },
          { path: PATHS.publicSession.url({ id: session.id }), lang, now: ui.now },
        )
      : null;
  usePreparedCard(card);
  const record = (
    <View className="home-strip__action home-strip__record">
      <Button
        kind="primary"
        onTap={() => ui.open(PATHS.record.url({ shopId: shop.id, sessionId: toRecord }))}
      >
        {t.home.record}
      </Button>
    </View>
  );
  const hasActions = toRecord !== null || card !== null;
  return (
    <>
      <Card>
        {session ? (
          <AtHand session={session} />
        ) : (
          <Row
            title={t.home.noNext}
            {...(canPlan
              ? {
                  value: t.home.plan,
                  onTap: () => ui.open(PATHS.plan.url({ shopId: shop.id })),
                }
              : {})}
          />
        )}
        {isOnAir && can(shop.role, 'session.run') && (
          <Row
            title={t.home.console}
            onTap={() => ui.open(PATHS.console.url({ id: session.id }))}
          />
        )}
        {canPlan && !isOnAir && (
          <Row
            title={t.sessions.startNow}
            onTap={() => ui.open(PATHS.startNow.url({ shopId: shop.id }))}
          />
        )}
        {hasActions && (
          <View className="home-strip__actions">
            {toRecord !== null && record}
            {card && (
              <View className="home-strip__action home-strip__share">
                <Button openType="share" onTap={() => share.canPost && share.post(card.path)}>
                  {t.home.share}
                </Button>
              </View>
            )}
          </View>
        )}
        {toRecord !== null && <Progress shop={shop} />}
      </Card>
      {isRecorder && toRecord === null && (
        <Card>
          <Progress shop={shop} />
          <View className="home-strip__actions">{record}</View>
        </Card>
      )}
    </>
  );
});

const AtHand = observer(function AtHand({
  session,
}: {
  session: NonNullable<MerchantStripProps['session']>;
}) {
  const { ui } = useStores();
  const t = useText();
  const reader = useReader();
  const time = useSessionTime();
  const state = stateAt(session, ui.now);
  const countdown =
    state === 'scheduled' && ui.now < session.startAt
      ? wordStart(session.startAt, ui.now, reader)
      : time.span(session, ui.now);
  return (
    <Row
      title={session.title}
      note={
        <View className="home-strip__when">
          <StatusMark shape={stateShape(state)} label={t.common.sessionState[state]} />
          <View className="home-strip__time">{countdown}</View>
        </View>
      }
      onTap={() => ui.open(PATHS.session.url({ id: session.id }))}
    />
  );
});

const Progress = observer(function Progress({ shop }: Pick<MerchantStripProps, 'shop'>) {
  const stores = useStores();
  const t = useText();
  const year = yearOf(chinaDayOf(stores.ui.now));
  const subject = firstSubject(stores, shop.id, year);
  const view = stores.incentives.progress(subject).value;
  const scheme = view && stores.incentives.ownSchemes(view)[0];
  const headline = useHeadline(scheme?.ruleSet.facts);
  if (!view) return null;
  const first = scheme && wordedAwards(scheme)[0];
  const isOnSales = first?.award.metric === 'net_sales';
  const net = view.sums && netBounds(view.sums);
  const words =
    first && isOnSales
      ? headline(first.award, first.rule, { year, settlement: view.settlement })
      : null;
  return (
    <View
      className="home-strip__progress"
      role="button"
      onClick={() => stores.ui.open(PATHS.progress.url())}
    >
      <View className="home-strip__label">{t.home.netOf(year)}</View>
      <Money
        amount={net?.low ?? null}
        high={net?.high ?? null}
        size="figure"
        info={{
          label: t.common.net,
          basis: t.incentive.metricBasis.net_sales,
          period: t.incentive.figure.calendarYear(year),
          formula: t.incentive.metricFormula.net_sales,
        }}
        whyUnknown={
          view.sums ? t.incentive.missing.no_paid_figure : t.incentive.missing.nothing_recorded
        }
      />
      <View className="home-strip__headline">
        {words?.main ?? t.home.progressTeam}
        <View className="hl-row__arrow" />
      </View>
      {words && words.pace !== null && <View className="home-strip__label">{words.pace}</View>}
    </View>
  );
});
