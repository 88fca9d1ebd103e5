import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import { useReader, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { MadeInvitation } from '../../stores';
import { useStores } from '../../stores-context';
import './index.css';

/** Props of {@link MadeSheet}. */
export interface MadeSheetProps {
  made: MadeInvitation;
  /** What the card opens. */
  path: string;
  onClose: () => void;
}

/** The invitation that was just made: it is passed on from here, as a card or as a code. */
export const MadeSheet = observer(function MadeSheet({ made, path, onClose }: MadeSheetProps) {
  const { ui, share } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantTeam;
  const { invitation, code } = made;
  const until = wordInstant(invitation.endsAt, ui.now, reader);
  const isOffer = invitation.memberId !== null;
  const handleCopy = () => void ui.copy(code, words.copied);
  return (
    <Sheet
      isOpen
      onClose={onClose}
      closeLabel={t.common.action.close}
      title={isOffer ? words.offerReady : words.ready}
    >
      <View className="team__note">{isOffer ? words.offerNote(until) : words.once(until)}</View>
      <Button
        kind="primary"
        {...(share.canPost ? { onTap: () => void share.post(path) } : { openType: 'share' })}
      >
        {words.send}
      </Button>
      <View className="team__form">
        <Row title={words.code} note={code} value={words.copy} onTap={handleCopy} />
      </View>
      <View className="team__note">{words.orCode}</View>
    </Sheet>
  );
});
