import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { useText } from '../../i18n';
import type { RootStore } from '../../stores';
import { useStores } from '../../stores-context';

type StoredKind = 'identity' | 'shop' | 'phone' | 'disclosure' | 'sessions' | 'sales' | 'applicant';

/** Kinds of records that are about this person, as far as their own stores show it. */
function storedKinds({ shops }: RootStore): StoredKind[] {
  const all = shops.all;
  if (all.length === 0) return [];
  const hasPhone = all.some(({ phone }) => phone !== null);
  const hasDisclosure = all.some(({ disclosure }) =>
    Object.values(disclosure).some((value) => value !== null),
  );
  const hosts = all.flatMap(({ id }) => shops.hosts(id));
  const hasStated =
    all.some(({ facts }) => facts.length > 0) ||
    hosts.some(({ facts, followers }) => facts.length + followers.length > 0);
  return [
    'identity',
    'shop',
    ...(hasPhone ? (['phone'] as const) : []),
    ...(hasDisclosure ? (['disclosure'] as const) : []),
    'sessions',
    'sales',
    ...(hasStated ? (['applicant'] as const) : []),
  ];
}

/** What is stored about me, for which purpose and how long. */
export const StoredAboutMe = observer(function StoredAboutMe() {
  const stores = useStores();
  const { me } = useText();
  const kinds = storedKinds(stores);
  return (
    <Card title={me.stored}>
      {kinds.length === 0 && <Row title={me.storedNone} />}
      {kinds.map((kind) => {
        const [what, purpose, kept] = me.storedItems[kind];
        return (
          <Row
            key={kind}
            title={what}
            note={`${me.storedPurpose(purpose)}\n${me.storedKept(kept)}`}
          />
        );
      })}
      <Row title={me.device} note={me.deviceNote} />
    </Card>
  );
});
