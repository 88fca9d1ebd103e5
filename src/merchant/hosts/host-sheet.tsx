import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import type { Host } from '../../contract/shop';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { CheckRow } from '../shared/check-row';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useHosts } from '../shared/merchant-stores';
import { RenameSheet } from './rename-sheet';
import { RetireHost } from './retire-host';

/** Props of {@link HostSheet}. */
export interface HostSheetProps {
  host: Host;
  canEdit: boolean;
  isOpen: boolean;
  onClose: () => void;
}

/** What can be done with a host: their statements, the invitation, and what they may see. */
export const HostSheet = observer(function HostSheet(props: HostSheetProps) {
  const { host, canEdit, isOpen, onClose } = props;
  const { ui } = useStores();
  const hosts = useHosts();
  const t = useMerchantText();
  const words = t.merchantHosts.link;
  const [isBusy, setBusy] = useState(false);
  const [isRenaming, setRenaming] = useState(false);
  const [isUnlinking, setUnlinking] = useState(false);
  const { shopId, id: hostId } = host;
  const handleShare = async (isSharingSums: boolean) => {
    if (isBusy) return;
    setBusy(true);
    const result = await hosts.share({ hostId, isSharingSums });
    setBusy(false);
    ui.toast(result.ok ? words.done : wordError(result.error, t));
  };
  const handleUnlink = async () => {
    setUnlinking(false);
    const result = await hosts.unlink(hostId, host);
    ui.toast(result.ok ? words.done : wordError(result.error, t));
  };
  return (
    <>
      <Sheet isOpen={isOpen} onClose={onClose} closeLabel={t.common.action.close} title={host.name}>
        {canEdit && (
          <Row
            title={t.merchantHosts.people.rename}
            value={host.name}
            onTap={() => setRenaming(true)}
          />
        )}
        <Row title={words.facts} onTap={() => ui.open(PATHS.applicant.url({ shopId, hostId }))} />
        {canEdit && (
          <CheckRow
            label={words.sharing}
            note={words.sharingNote}
            isOn={host.isSharingSums}
            onChange={(isOn) => void handleShare(isOn)}
          />
        )}
        {canEdit && !host.isLinked && !host.isRetired && (
          <>
            <Button onTap={() => ui.open(PATHS.team.url({ shopId, hostId }))}>
              {words.invite}
            </Button>
            <View className="hl-footnote">{words.inviteNote}</View>
          </>
        )}
        {canEdit && host.isLinked && (
          <Button kind="quiet" onTap={() => setUnlinking(true)}>
            {words.unlink}
          </Button>
        )}
        {canEdit && <RetireHost host={host} onDone={onClose} />}
      </Sheet>
      {isRenaming && <RenameSheet host={host} onClose={() => setRenaming(false)} />}
      <ConfirmSheet
        isOpen={isUnlinking}
        title={words.unlinkTitle}
        text={words.unlinkText}
        confirm={words.unlinkYes}
        cancel={words.unlinkNo}
        kind="danger"
        onConfirm={() => void handleUnlink()}
        onClose={() => setUnlinking(false)}
      />
    </>
  );
});
