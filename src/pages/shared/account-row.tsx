import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Row } from '../../components/row';
import type { Platform } from '../../domain/shop/platform';
import { useText } from '../../i18n';
import { usePublicText } from '../../i18n/public';
import { useStores } from '../../stores-context';

interface AccountRowProps {
  account: { platform: Platform; name: string; finderUserName: string | null };
}

/** An account on a platform: its name to copy, or its profile on WeChat Channels where a jump leads there. */
export const AccountRow = observer(function AccountRow({ account }: AccountRowProps) {
  const { platform, name, finderUserName } = account;
  const { ui } = useStores();
  const t = useText();
  const publicText = usePublicText();
  const channel =
    finderUserName === null || ui.channelsJump === 'off'
      ? null
      : { finderUserName, accountName: name };
  const handleTap = (): void => {
    if (channel === null) void ui.copy(name, t.common.state.copied);
    else void ui.openChannels(channel, publicText.channelsFailed, 'profile');
  };
  return (
    <Row
      title={name}
      note={t.common.platform[platform]}
      value={
        <Button size="small" onTap={handleTap}>
          {channel === null ? publicText.copyName : publicText.openChannels}
        </Button>
      }
    />
  );
});
