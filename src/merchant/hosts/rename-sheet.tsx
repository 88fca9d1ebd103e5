import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import type { Host } from '../../contract/shop';
import { isSelfHostId } from '../../domain/shop/ids';
import { wordError } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useHosts } from '../shared/merchant-stores';

/** Props of {@link RenameSheet}. */
export interface RenameSheetProps {
  host: Host;
  onClose: () => void;
}

/** Gives a host another name. The typed name stays when another phone was faster. */
export const RenameSheet = observer(function RenameSheet({ host, onClose }: RenameSheetProps) {
  const { ui } = useStores();
  const hosts = useHosts();
  const t = useMerchantText();
  const words = t.merchantHosts.people;
  const [name, setName] = useState(host.name);
  const [issue, setIssue] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const handleSave = async () => {
    if (isBusy) return;
    setBusy(true);
    const result = await hosts.rename(host, name);
    setBusy(false);
    if (result.ok) onClose();
    else setIssue(wordIssue(result.error.fields?.['name'] ?? null, t));
    ui.toast(result.ok ? words.renamed : wordError(result.error, t));
  };
  return (
    <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={words.renameTitle}>
      <View className="hosts__form">
        <TextField
          label={t.merchantShop.hosts.name}
          value={name}
          onChange={(value) => {
            setIssue(null);
            setName(value);
          }}
          issue={issue}
        />
      </View>
      <View className="hl-footnote">{words.renameNote}</View>
      {isSelfHostId(host.id) && <View className="hl-footnote">{words.followNote}</View>}
      <Button kind="primary" isBusy={isBusy} onTap={() => void handleSave()}>
        {words.save}
      </Button>
    </Sheet>
  );
});
