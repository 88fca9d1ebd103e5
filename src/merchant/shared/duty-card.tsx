import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { Duty, DutyItem } from '../../contract/duty';
import type { LiveSessionState } from '../../domain/live-session/live-session';
import { useReader, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { DutyItems, openFirst } from './duty-items';
import { useDuty } from './merchant-stores';
import './duty-card.css';

/** Items shown before the rest is left to the page. */
const SHOWN_ITEMS = 5;

/** Props of {@link DutyCard}. */
export interface DutyCardProps {
  session: { id: string };
  /** As it is by now. */
  state: LiveSessionState;
}

/** What is to do before a session, and the way to its record. Nothing for a cancelled one. */
export const DutyCard = observer(function DutyCard({ session, state }: DutyCardProps) {
  const store = useDuty();
  const sessionId = session.id;
  const isShown = state !== 'cancelled';
  const load = () => void store.load(sessionId);
  useEffect(() => {
    if (isShown) void store.load(sessionId);
  }, [store, sessionId, isShown]);
  // Back from its page, or from another program: someone may have ticked an item.
  useDidShow(() => {
    if (isShown && store.of(sessionId).status === 'ready') load();
  });
  if (!isShown) return null;
  const { value, error } = store.of(sessionId);
  const duty = value?.duty ?? null;
  const isAhead = state === 'scheduled' || state === 'unconfirmed';
  return (
    <>
      {duty && isAhead && duty.items.length > 0 && <Preparation duty={duty} />}
      <Card>
        {duty ? (
          <RecordRow duty={duty} isAhead={isAhead} />
        ) : (
          <UnreadRow isFailed={error !== null} onRetry={load} />
        )}
      </Card>
    </>
  );
});

/** The list of things to do, open ones first. */
function Preparation({ duty }: { duty: Duty }) {
  const { ui } = useStores();
  const words = useMerchantText().merchantDuty.card;
  const items = openFirst(duty.items);
  const shown = items.slice(0, SHOWN_ITEMS);
  const done = items.filter(({ tick }) => tick !== null).length;
  const rest = items.length - shown.length;
  const trailing = ({ known, tick }: DutyItem) =>
    known === 'presenter_identity' && tick === null ? words.kept : null;
  return (
    <Card>
      <View className="mk-duty__head">
        <View className="mk-duty__title">{words.before}</View>
        <View className="mk-duty__count">{words.count(items.length, done)}</View>
      </View>
      <DutyItems duty={duty} items={shown} trailing={trailing} />
      {rest > 0 && (
        <Row
          title={words.more(rest)}
          onTap={() => ui.open(PATHS.duty.url({ id: duty.sessionId }))}
        />
      )}
    </Card>
  );
}

const RecordRow = observer(function RecordRow({ duty, isAhead }: { duty: Duty; isAhead: boolean }) {
  const { ui } = useStores();
  const reader = useReader();
  const words = useMerchantText().merchantDuty.card;
  const { identity, uncheckedHosts, sessionId } = duty;
  const isChecked = identity !== null && uncheckedHosts.length === 0;
  const left = duty.items.filter(({ tick }) => tick === null).length;
  return (
    <Row
      title={words.record}
      value={
        isChecked
          ? words.identity(wordInstant(identity.mark.at, ui.now, reader))
          : words.identityOpen
      }
      note={!isAhead && left > 0 ? words.left(left) : null}
      onTap={() => ui.open(PATHS.duty.url({ id: sessionId }))}
    />
  );
});

function UnreadRow({ isFailed, onRetry }: { isFailed: boolean; onRetry: () => void }) {
  const t = useMerchantText();
  const words = t.merchantDuty.card;
  return isFailed ? (
    <Row title={words.record} value={words.failed} onTap={onRetry} />
  ) : (
    <Row title={words.record} value={t.common.state.loading} />
  );
}
