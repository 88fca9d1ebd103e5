import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Row } from '../../components/row';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useTeam } from '../shared/merchant-stores';

/** Leaves the store; its owner hands it over instead. */
export const LeaveRow = observer(function LeaveRow({ shopId }: { shopId: string }) {
  const { ui } = useStores();
  const teams = useTeam();
  const t = useMerchantText();
  const words = t.merchantTeam;
  const [isAsking, setAsking] = useState(false);
  const handleLeave = async () => {
    setAsking(false);
    const result = await teams.leave(shopId);
    ui.toast(result.ok ? words.left : wordError(result.error, t));
    if (result.ok) ui.back();
  };
  return (
    <>
      <Row title={words.leave} onTap={() => setAsking(true)} />
      <ConfirmSheet
        isOpen={isAsking}
        title={words.leaveTitle}
        text={words.leaveText}
        confirm={words.leaveYes}
        cancel={words.leaveNo}
        kind="danger"
        onConfirm={() => void handleLeave()}
        onClose={() => setAsking(false)}
      />
    </>
  );
});
