import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { NetFigure } from '../../components/money';
import { Row } from '../../components/row';
import { formatMoney } from '../../domain/money';
import { useLang, wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { OwnSums } from '../../stores';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useHosts } from '../shared/merchant-stores';

type Place = OwnSums['places'][number];

/** Every store the person is a host of, with what was sold there where the store agrees. */
export const PlaceRows = observer(function PlaceRows({ sums }: { sums: OwnSums }) {
  const { ui } = useStores();
  const hosts = useHosts();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantHosts.own;
  const [leaving, setLeaving] = useState<Place | null>(null);
  const handleLeave = async (place: Place): Promise<void> => {
    setLeaving(null);
    const result = await hosts.unlink(place.hostId, null);
    if (!result.ok) ui.toast(wordError(result.error, t));
    await hosts.loadMine(sums.year);
  };
  return (
    <>
      <Card title={words.places}>
        {sums.places.map((place) => (
          <Row
            key={place.hostId}
            title={place.shopName}
            note={place.isSharingSums ? words.as(place.hostName) : words.hidden}
            value={<NetFigure net={place.net} write={(fen) => formatMoney(fen, lang)} />}
            onTap={() => setLeaving(place)}
          />
        ))}
      </Card>
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
