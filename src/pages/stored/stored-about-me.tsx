import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { STORED_ABOUT_ME, type StoredKind } from '../../domain/stored-about-me';
import { useText } from '../../i18n';
import { useStoredText } from '../../i18n/stored';
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

/** What may be kept about a person of no store: who follows, reports, or was in one. */
const WITHOUT_STORE: Stored[] = [
  { kind: 'identity' },
  { kind: 'checks' },
  { kind: 'follows' },
  { kind: 'changes' },
];

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** What is kept about this person, as far as their own stores show it. */
function storedOf({ shops }: RootStore, words: ReturnType<typeof useStoredText>): Stored[] {
  const { all, mine } = shops;
  if (all.length === 0) return mine.value === null ? [] : WITHOUT_STORE;
  const hosts = all.flatMap(({ id }) => shops.hosts(id));
  const phones = all.flatMap(({ phone }) => (phone === null ? [] : [maskPhone(phone)]));
  const hasDisclosure = all.some(({ disclosure }) =>
    Object.values(disclosure).some((value) => value !== null),
  );
  const facts = sum([...all, ...hosts].map((applicant) => applicant.facts.length));
  const readings = sum([...all, ...hosts].map((applicant) => applicant.followers.length));
  const hostCount = sum(all.map((shop) => shop.hostCount));
  // Of a store with many hosts not all are known here: then it is said that there is something.
  const isMore = hosts.length < hostCount;
  const kept: (Stored | false)[] = [
    { kind: 'identity' },
    { kind: 'team' },
    { kind: 'checks' },
    { kind: 'shop', count: words.shops(all.length) },
    phones.length > 0 && { kind: 'phone', shown: [...new Set(phones)].join(' ') },
    hasDisclosure && { kind: 'disclosure' },
    hostCount > 0 && { kind: 'hosts', count: words.hosts(hostCount) },
    isMore
      ? { kind: 'followers' }
      : readings > 0 && { kind: 'followers', count: words.readings(readings) },
    isMore ? { kind: 'facts' } : facts > 0 && { kind: 'facts', count: words.facts(facts) },
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
  const { state } = useText().common;
  const words = useStoredText();
  const isUnidentified = !ui.isIdentified || shops.mine.error?.code === 'not_identified';
  const isKnown = isUnidentified || shops.mine.value !== null;
  const stored = isUnidentified ? [] : storedOf(stores, words);
  const hasShop = shops.all.length > 0;
  const none = shops.mine.error ? words.unread : state.loading;
  return (
    <>
      <Card>
        {!hasShop && <Row title={isKnown ? words.none : none} />}
        {stored.map(({ kind, count, shown }) => {
          const { what, purpose, kept } = words.items[kind];
          const note = (
            <>
              {shown !== undefined && <View>{shown}</View>}
              <View>{words.purpose(purpose)}</View>
              <View>{words.kept(kept)}</View>
              <View>{words.seen[STORED_ABOUT_ME[kind].seenBy]}</View>
            </>
          );
          return <Row key={kind} title={what} note={note} value={count} />;
        })}
        <Row title={words.device} note={words.deviceNote} />
      </Card>
      {hasShop && <View className="hl-footnote">{words.law}</View>}
    </>
  );
});
