import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import type { OutputOf } from '../../contract/endpoints';
import { useReader, wordError, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useTeam } from '../shared/merchant-stores';
import './index.css';

/** Props of {@link InvitedView}. */
export interface InvitedViewProps {
  invited: OutputOf<'team.invitation'>;
  code: string;
  /** The invitation was used meanwhile, or is over. */
  onGone: () => void;
}

/** What an invitation is for, and the one step: to join, or to take the store over. */
export const InvitedView = observer(function InvitedView(props: InvitedViewProps) {
  const { invited, code, onGone } = props;
  const { ui } = useStores();
  const teams = useTeam();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantTeam.join;
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { shopId, shopName, role, name, hostId, yourRole, endsAt } = invited;
  const isOffer = role === 'owner';
  const handleJoin = async () => {
    if (isBusy) return;
    setAsking(false);
    setBusy(true);
    const result = await teams.join({ shopId, code });
    setBusy(false);
    if (result.ok) {
      ui.toast(isOffer ? words.accepted(shopName) : words.joined(shopName));
      ui.open(PATHS.me.url());
      return;
    }
    ui.toast(wordError(result.error, t));
    if (result.error.code === 'not_found') onGone();
  };
  // A member can still become a host, and be handed the store.
  if (yourRole !== null && hostId === null && !isOffer) {
    return (
      <Card>
        <EmptyState
          isInline
          title={words.already(shopName, t.common.role[yourRole])}
          note={words.alreadyNote}
          action={{ label: words.toShop, onTap: () => ui.open(PATHS.me.url()) }}
        />
      </Card>
    );
  }
  return (
    <Card>
      <View className="join__body">
        <View className="join__title">
          {isOffer ? words.offered(shopName) : words.invited(shopName, t.common.role[role])}
        </View>
        <View className="join__note">
          {isOffer ? (
            words.offeredText
          ) : (
            <>
              {name !== null && <View>{words.name(name)}</View>}
              <View>{`${words.may}: ${t.merchantTeam.may[role]}`}</View>
            </>
          )}
          <View>{words.until(wordInstant(endsAt, ui.now, reader))}</View>
        </View>
        <Button
          kind="primary"
          isBusy={isBusy}
          onTap={() => (isOffer ? setAsking(true) : void handleJoin())}
        >
          {isOffer ? words.accept : words.yes}
        </Button>
      </View>
      <ConfirmSheet
        isOpen={isAsking}
        title={words.acceptTitle}
        text={words.offeredText}
        confirm={words.acceptYes}
        cancel={words.acceptNo}
        kind="primary"
        onConfirm={() => void handleJoin()}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
});
