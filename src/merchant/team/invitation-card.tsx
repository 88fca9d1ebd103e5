import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { TeamInvitationView, TeamView } from '../../contract/team';
import { useReader, wordError, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useTeam } from '../shared/merchant-stores';

/** Invitations that were sent and not used yet; each can be taken back. */
export const InvitationCard = observer(function InvitationCard({
  shopId,
  team,
}: {
  shopId: string;
  team: TeamView;
}) {
  const { ui } = useStores();
  const teams = useTeam();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantTeam;
  const [asked, setAsked] = useState<TeamInvitationView | null>(null);
  const open = team.invitations.filter(({ endsAt }) => endsAt >= ui.now);
  if (open.length === 0) return null;
  const handleWithdraw = async (invitationId: string) => {
    setAsked(null);
    const result = await teams.withdraw({ shopId, invitationId });
    ui.toast(result.ok ? words.withdrawn : wordError(result.error, t));
  };
  return (
    <>
      <Card title={words.open}>
        {open.map((invitation) => {
          const name = invitation.name ?? words.firstOwner;
          return (
            <Row
              key={invitation.id}
              title={invitation.memberId === null ? name : words.offered(name)}
              note={`${t.common.role[invitation.role]} · ${words.until(wordInstant(invitation.endsAt, ui.now, reader))}`}
              onTap={() => setAsked(invitation)}
            />
          );
        })}
      </Card>
      <ConfirmSheet
        isOpen={asked !== null}
        title={words.withdrawTitle}
        text={words.withdrawText}
        confirm={words.withdraw}
        cancel={words.withdrawNo}
        kind="danger"
        onConfirm={() => {
          if (asked) void handleWithdraw(asked.id);
        }}
        onClose={() => setAsked(null)}
      />
    </>
  );
});
