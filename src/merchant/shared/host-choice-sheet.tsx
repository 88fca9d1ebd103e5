import { View } from '@tarojs/components';
import { useState } from 'react';

import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import type { Host } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import './host-choice-sheet.css';

/** Props of {@link HostChoiceSheet}. */
export interface HostChoiceSheetProps {
  title: string;
  hosts: readonly Host[];
  onChoose: (hostId: string) => void;
  onClose: () => void;
}

/** Rows drawn at a time: a store may have hundreds of hosts. */
const PAGE = 30;

/** Every host of a store, to choose one. */
export function HostChoiceSheet({ title, hosts, onChoose, onClose }: HostChoiceSheetProps) {
  const t = useMerchantText();
  const [shown, setShown] = useState(PAGE);
  return (
    <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={title}>
      <View className="mk-hosts">
        {hosts.slice(0, shown).map(({ id, name }) => (
          <Row key={id} title={name} onTap={() => onChoose(id)} />
        ))}
        {shown < hosts.length && (
          <Row title={t.merchantHosts.ladder.more} onTap={() => setShown(shown + PAGE)} />
        )}
      </View>
    </Sheet>
  );
}
