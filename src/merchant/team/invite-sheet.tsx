import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import type { OwnShop } from '../../contract/shop';
import type { FieldIssue } from '../../domain/field-issues';
import { INVITED_ROLES, type InvitedRole } from '../../domain/shop/team';
import { wordError } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { MadeInvitation } from '../../stores';
import { useStores } from '../../stores-context';
import { HostChoiceField } from '../shared/host-choice-field';
import { useTeam } from '../shared/merchant-stores';
import './index.css';

/** Props of {@link InviteSheet}. */
export interface InviteSheetProps {
  shop: OwnShop;
  /** The host who is invited; null: another choice comes first. */
  hostId: string | null;
  onMade: (made: MadeInvitation) => void;
  onClose: () => void;
}

/** Asks whom to invite to what. */
export const InviteSheet = observer(function InviteSheet(props: InviteSheetProps) {
  const { shop, onMade, onClose } = props;
  const { ui, shops } = useStores();
  const teams = useTeam();
  const t = useMerchantText();
  const words = t.merchantTeam;
  const [role, setRole] = useState<InvitedRole>(props.hostId === null ? 'operator' : 'host');
  const [hostId, setHostId] = useState(props.hostId);
  const [name, setName] = useState('');
  const [issues, setIssues] = useState<Record<string, FieldIssue>>({});
  const [isBusy, setBusy] = useState(false);
  const free = shops.hosts(shop.id).filter(({ isLinked, isRetired }) => !isLinked && !isRetired);
  const host = role === 'host' ? free.find(({ id }) => id === hostId) : undefined;
  const issueAt = (field: string) => wordIssue(issues[field] ?? null, t);
  const handleMake = async () => {
    if (isBusy) return;
    if (role === 'host' && host === undefined) return setIssues({ hostId: 'required' });
    setBusy(true);
    const result = await teams.invite({
      shopId: shop.id,
      role,
      name: host?.name ?? name,
      hostId: host?.id ?? null,
    });
    setBusy(false);
    if (result.ok) onMade(result.data);
    else {
      setIssues(result.error.fields ?? {});
      ui.toast(wordError(result.error, t));
    }
  };
  return (
    <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={words.inviteTitle}>
      <View className="team__form">
        <ChoiceField
          label={words.role}
          options={INVITED_ROLES.map((value) => ({ value, label: t.common.role[value] }))}
          value={role}
          onChange={setRole}
          hint={words.may[role]}
        />
        {role === 'host' ? (
          <HostChoiceField
            label={words.host}
            hosts={free}
            none={words.noHost}
            value={host?.id ?? null}
            onChange={(chosen) => {
              setIssues({});
              setHostId(chosen);
            }}
            issue={issueAt('hostId')}
          />
        ) : (
          <TextField
            label={words.name}
            placeholder={words.namePlaceholder}
            value={name}
            onChange={(value) => {
              setIssues({});
              setName(value);
            }}
            issue={issueAt('name')}
          />
        )}
      </View>
      {role === 'host' && free.length === 0 && (
        <View className="team__note">{words.noHostNote}</View>
      )}
      <Button
        kind="primary"
        isBusy={isBusy}
        isDisabled={role === 'host' && free.length === 0}
        onTap={() => void handleMake()}
      >
        {words.make}
      </Button>
    </Sheet>
  );
});
