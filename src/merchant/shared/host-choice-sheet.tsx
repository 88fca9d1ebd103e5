import { View } from '@tarojs/components';
import { useState } from 'react';

import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import type { Host } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { hasName, HOST_ROWS_PER_PAGE, HostSearch } from './host-search';
import './host-choice-sheet.css';

/** Props of {@link HostChoiceSheet}. */
export interface HostChoiceSheetProps {
  title: string;
  hosts: readonly Host[];
  onChoose: (hostId: string) => void;
  onClose: () => void;
}

/** Every host of a store, to choose one; many are searched by name. */
export function HostChoiceSheet({ title, hosts, onChoose, onClose }: HostChoiceSheetProps) {
  const t = useMerchantText();
  const words = t.merchantHosts.choose;
  const [shown, setShown] = useState(HOST_ROWS_PER_PAGE);
  const [typed, setTyped] = useState('');
  const found = hosts.filter((host) => hasName(host, typed));
  return (
    <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={title}>
      {hosts.length > HOST_ROWS_PER_PAGE && (
        <View className="mk-hosts-sheet">
          <HostSearch value={typed} onChange={setTyped} />
        </View>
      )}
      <View className="mk-hosts">
        {found.length === 0 && <Row title={words.none} />}
        {found.slice(0, shown).map(({ id, name }) => (
          <Row key={id} title={name} onTap={() => onChoose(id)} />
        ))}
        {shown < found.length && (
          <Row
            title={t.merchantHosts.ladder.more}
            onTap={() => setShown(shown + HOST_ROWS_PER_PAGE)}
          />
        )}
      </View>
    </Sheet>
  );
}
