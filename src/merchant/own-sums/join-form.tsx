import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { TextField } from '../../components/text-field';
import type { OutputOf } from '../../contract/endpoints';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useHosts } from '../shared/merchant-stores';

const CODE = /^[a-z0-9]{12}$/;

/** Joins a store by its invitation: first what it is for, then one tap. */
export const JoinForm = observer(function JoinForm({ onJoined }: { onJoined: () => void }) {
  const { ui } = useStores();
  const hosts = useHosts();
  const t = useMerchantText();
  const words = t.merchantHosts.own;
  const [code, setCode] = useState('');
  const [issue, setIssue] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [invitation, setInvitation] = useState<OutputOf<'host.invitation'> | null>(null);
  const clean = code.trim().toLowerCase();
  const handleLook = async () => {
    if (!CODE.test(clean)) {
      setIssue(words.badCode);
      return;
    }
    setBusy(true);
    const result = await hosts.invitation(clean);
    setBusy(false);
    if (result.ok) setInvitation(result.data);
    else setIssue(result.error.code === 'not_found' ? words.gone : wordError(result.error, t));
  };
  const handleJoin = async ({ hostId, shopName }: OutputOf<'host.invitation'>) => {
    setBusy(true);
    const result = await hosts.join({ hostId, code: clean });
    setBusy(false);
    if (!result.ok) {
      setInvitation(null);
      setIssue(result.error.code === 'not_found' ? words.gone : wordError(result.error, t));
      return;
    }
    setCode('');
    setInvitation(null);
    ui.toast(words.joined(shopName));
    onJoined();
  };
  return (
    <Card title={words.join}>
      {invitation ? (
        <View className="own-sums__invitation">
          <View>{words.invited(invitation.shopName, invitation.hostName)}</View>
          <View className="own-sums__note">
            {invitation.isSharingSums ? words.willSee : words.willNotSee}
          </View>
          <Button kind="primary" isBusy={isBusy} onTap={() => void handleJoin(invitation)}>
            {words.confirm}
          </Button>
        </View>
      ) : (
        <>
          <TextField
            label={words.code}
            value={code}
            placeholder={words.codeHint}
            issue={issue}
            onChange={(typed) => {
              setCode(typed);
              setIssue(null);
            }}
          />
          <View className="own-sums__look">
            <Button isBusy={isBusy} isDisabled={clean === ''} onTap={() => void handleLook()}>
              {words.look}
            </Button>
          </View>
        </>
      )}
    </Card>
  );
});
