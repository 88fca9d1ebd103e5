import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { NetFigure } from '../../components/money';
import { Row } from '../../components/row';
import { formatMoneyPlain } from '../../domain/money';
import { shopIdOf } from '../../domain/shop/ids';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { OwnSums } from '../../stores';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useHosts } from '../shared/merchant-stores';

type Place = OwnSums['places'][number];

/** Every store the person is a host of, with what was sold there where the store agrees. */
export const PlaceRows = observer(function PlaceRows({ sums }: { sums: OwnSums }) {
  const { ui, shops } = useStores();
  const hosts = useHosts();
  const t = useMerchantText();
  const words = t.merchantHosts.own;
  const [leaving, setLeaving] = useState<Place | null>(null);
  const handleLeave = async (place: Place): Promise<void> => {
    setLeaving(null);
    const result = await hosts.unlink(place.hostId, null);
    if (!result.ok) ui.toast(wordError(result.error, t));
    await hosts.loadMine(sums.year);
  };
  const openSessions = (hostId: string): void =>
    ui.open(PATHS.findSessions.url({ shopId: shopIdOf(hostId), hostId }));
  return (
    <>
      {sums.places.map((place, index) => (
        <Card key={place.hostId} {...(index === 0 ? { title: words.places } : {})}>
          <Row
            title={place.shopName}
            note={place.isSharingSums ? words.as(place.hostName) : words.hidden}
            value={<NetFigure net={place.net} write={formatMoneyPlain} />}
          />
          {shops.shop(shopIdOf(place.hostId)) && (
            <Row title={words.sessions} onTap={() => openSessions(place.hostId)} />
          )}
          <Row title={words.leave} onTap={() => setLeaving(place)} />
        </Card>
      ))}
      <ConfirmSheet
        isOpen={leaving !== null}
        title={words.leaveTitle}
        text={words.leaveText}
        confirm={words.leaveYes}
        cancel={words.leaveNo}
        kind="danger"
        onConfirm={() => {
          if (leaving) void handleLeave(leaving);
        }}
        onClose={() => setLeaving(null)}
      />
    </>
  );
});
