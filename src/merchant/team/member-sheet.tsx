import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { Sheet } from '../../components/sheet';
import type { TeamMemberView } from '../../contract/team';
import { INVITED_ROLES, type InvitedRole } from '../../domain/shop/team';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { MadeInvitation, Result } from '../../stores';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useTeam } from '../shared/merchant-stores';
import './index.css';

/** Props of {@link MemberSheet}. */
export interface MemberSheetProps {
  shopId: string;
  member: TeamMemberView;
  name: string;
  onMade: (made: MadeInvitation) => void;
  onClose: () => void;
}

/** What the owner can do with a member: another role, handing over, removing. */
export const MemberSheet = observer(function MemberSheet(props: MemberSheetProps) {
  const { shopId, member, name, onMade, onClose } = props;
  const { ui } = useStores();
  const teams = useTeam();
  const t = useMerchantText();
  const words = t.merchantTeam;
  const [asked, setAsked] = useState<'offer' | 'remove' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { id: memberId, hostId, role } = member;
  const roles = INVITED_ROLES.filter((value) => value !== 'host' || hostId !== null);
  const run = async <Data,>(write: Promise<Result<Data>>, done: (data: Data) => void) => {
    setAsked(null);
    setBusy(true);
    const result = await write;
    setBusy(false);
    if (result.ok) done(result.data);
    else ui.toast(wordError(result.error, t));
  };
  const handleRole = (next: InvitedRole) => {
    if (isBusy || next === role) return;
    void run(teams.changeRole({ shopId, memberId, role: next }), () => ui.toast(words.changed));
  };
  const handleOffer = () =>
    void run(teams.offer({ shopId, memberId }), (made) => {
      onClose();
      onMade(made);
    });
  const handleRemove = () =>
    void run(teams.remove({ shopId, memberId }), () => {
      ui.toast(words.removed);
      onClose();
    });
  return (
    <>
      <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={name}>
        <View className="team__form">
          <ChoiceField
            label={words.role}
            options={roles.map((value) => ({ value, label: t.common.role[value] }))}
            value={role === 'owner' ? null : role}
            onChange={handleRole}
            hint={words.may[role]}
          />
        </View>
        {hostId === null && <View className="team__note">{words.hostNeedsLink}</View>}
        <Button isBusy={isBusy} onTap={() => setAsked('offer')}>
          {words.handOver}
        </Button>
        <Button kind="quiet" isBusy={isBusy} onTap={() => setAsked('remove')}>
          {words.remove}
        </Button>
      </Sheet>
      <ConfirmSheet
        isOpen={asked === 'offer'}
        title={words.handOverTitle}
        text={words.handOverText(name)}
        confirm={words.handOverYes}
        cancel={words.handOverNo}
        kind="primary"
        onConfirm={handleOffer}
        onClose={() => setAsked(null)}
      />
      <ConfirmSheet
        isOpen={asked === 'remove'}
        title={words.removeTitle}
        text={words.removeText(name)}
        confirm={words.removeYes}
        cancel={words.removeNo}
        kind="danger"
        onConfirm={handleRemove}
        onClose={() => setAsked(null)}
      />
    </>
  );
});
