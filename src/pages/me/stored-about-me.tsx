import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { STORED_ABOUT_ME, type StoredKind } from '../../domain/stored-about-me';
import { type Messages, useText } from '../../i18n';
import type { RootStore } from '../../stores';
import { useStores } from '../../stores-context';
import { maskPhone } from './mask-phone';

/** Something kept, with as much of it as helps to recognise it. */
interface Stored {
  kind: StoredKind;
  /** How many, at the end of the row. */
  count?: string;
  /** The thing itself, masked. */
  shown?: string;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** What is kept about this person, as far as their own stores show it. */
function storedOf({ shops }: RootStore, { me }: Messages): Stored[] {
  const { all, mine } = shops;
  if (all.length === 0) return mine.value === null ? [] : [{ kind: 'follows' }];
  const hosts = all.flatMap(({ id }) => shops.hosts(id));
  const phones = all.flatMap(({ phone }) => (phone === null ? [] : [maskPhone(phone)]));
  const hasDisclosure = all.some(({ disclosure }) =>
    Object.values(disclosure).some((value) => value !== null),
  );
  const facts = sum([...all, ...hosts].map((applicant) => applicant.facts.length));
  const readings = sum(hosts.map(({ followers }) => followers.length));
  const hostCount = sum(all.map((shop) => shop.hostCount));
  // Of a store with many hosts not all are known here: then it is said that there is something.
  const isMore = hosts.length < hostCount;
  const kept: (Stored | false)[] = [
    { kind: 'identity' },
    { kind: 'team' },
    { kind: 'checks' },
    { kind: 'shop', count: me.storedShops(all.length) },
    phones.length > 0 && { kind: 'phone', shown: [...new Set(phones)].join(' ') },
    hasDisclosure && { kind: 'disclosure' },
    hostCount > 0 && { kind: 'hosts', count: me.hostCount(hostCount) },
    isMore
      ? { kind: 'followers' }
      : readings > 0 && { kind: 'followers', count: me.storedReadings(readings) },
    isMore ? { kind: 'facts' } : facts > 0 && { kind: 'facts', count: me.storedFacts(facts) },
    { kind: 'sessions' },
    { kind: 'duty' },
    { kind: 'sales' },
    { kind: 'follows' },
    { kind: 'changes' },
  ];
  return kept.filter((item) => item !== false);
}

/** What is stored about me, for which purpose and how long. */
export const StoredAboutMe = observer(function StoredAboutMe() {
  const stores = useStores();
  const { ui, shops } = stores;
  const t = useText();
  const { me } = t;
  const isUnidentified = !ui.isIdentified || shops.mine.error?.code === 'not_identified';
  const isKnown = isUnidentified || shops.mine.value !== null;
  const stored = isUnidentified ? [] : storedOf(stores, t);
  const hasShop = shops.all.length > 0;
  const none = shops.mine.error ? me.storedUnread : t.common.state.loading;
  return (
    <>
      <Card title={me.stored}>
        {!hasShop && <Row title={isKnown ? me.storedNone : none} />}
        {stored.map(({ kind, count, shown }) => {
          const { what, purpose, kept } = me.storedItems[kind];
          const note = (
            <>
              {shown !== undefined && <View>{shown}</View>}
              <View>{me.storedPurpose(purpose)}</View>
              <View>{me.storedKept(kept)}</View>
              <View>{me.storedSeen[STORED_ABOUT_ME[kind].seenBy]}</View>
            </>
          );
          return <Row key={kind} title={what} note={note} value={count} />;
        })}
        <Row title={me.device} note={me.deviceNote} />
      </Card>
      {hasShop && <View className="hl-footnote">{me.storedLaw}</View>}
    </>
  );
});
