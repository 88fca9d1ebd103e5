import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { TeamMemberView, TeamView } from '../../contract/team';
import { chinaDayOf } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { MadeInvitation } from '../../stores';
import { useStores } from '../../stores-context';
import { MemberSheet } from './member-sheet';

/** Props of {@link MemberCard}. */
export interface MemberCardProps {
  shopId: string;
  team: TeamView;
  onMade: (made: MadeInvitation) => void;
}

/** The people of a store in rows, its owner first. */
export const MemberCard = observer(function MemberCard({ shopId, team, onMade }: MemberCardProps) {
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantTeam;
  const [openId, setOpenId] = useState<string | null>(null);
  const nameOf = (member: TeamMemberView) => member.name ?? words.firstOwner;
  const noteOf = ({ role, hostId, joinedAt }: TeamMemberView) => {
    const host = hostId === null ? null : shops.host(hostId);
    const joined = words.joinedOn(wordChinaDay(chinaDayOf(joinedAt), ui.now, lang));
    const as = host === null ? null : words.isHost(host.name);
    return [t.common.role[role], as, joined].filter(Boolean).join(' · ');
  };
  const isOwner = ({ role }: TeamMemberView) => role === 'owner';
  const { members } = team;
  const inOrder = [...members.filter(isOwner), ...members.filter((member) => !isOwner(member))];
  const open = members.find(({ id }) => id === openId);
  return (
    <>
      <Card title={words.members}>
        {inOrder.map((member) => (
          <Row
            key={member.id}
            title={member.isYou ? `${nameOf(member)} (${words.you})` : nameOf(member)}
            note={noteOf(member)}
            {...(isOwner(member) ? {} : { onTap: () => setOpenId(member.id) })}
          />
        ))}
      </Card>
      {open !== undefined && !isOwner(open) && (
        <MemberSheet
          shopId={shopId}
          member={open}
          name={nameOf(open)}
          onMade={onMade}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  );
});
