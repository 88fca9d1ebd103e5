import { useDidShow, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { OwnShop } from '../../contract/shop';
import { teamCard } from '../../domain/share-card/team-card';
import { useMerchantText } from '../../i18n/merchant';
import { sharedMessage, usePageQuery, usePageTitle, usePreparedCard } from '../../page-hooks';
import { PATHS } from '../../paths';
import type { MadeInvitation } from '../../stores';
import { useStores } from '../../stores-context';
import { useTeam } from '../shared/merchant-stores';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { InvitationCard } from './invitation-card';
import { InviteSheet } from './invite-sheet';
import { Lines } from './lines';
import { MadeSheet } from './made-sheet';
import { MemberCard } from './member-card';

/** The people of a store, for its owner: who they are, who is invited, what changed. */
export default observer(function TeamPage() {
  const { shopId, hostId } = usePageQuery(PATHS.team);
  const { share, shops } = useStores();
  const t = useMerchantText();
  usePageTitle(t.merchantTeam.title);
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const shop = shopId === null ? shops.current : shops.shop(shopId);
  const card = useInvitationCard(shop, made);
  useShareAppMessage(() =>
    // Without an invitation the menu sends a card to the start page, and never a screenshot of names.
    sharedMessage(share.card(card.path) ?? { ...card, picture: null }),
  );
  return (
    <ShopPage withHosts shopId={shopId}>
      {(shown) => (
        <Team shop={shown} hostId={hostId} made={made} onMade={setMade} path={card.path} />
      )}
    </ShopPage>
  );
});

/** The card of the invitation that was made last; without one, of the program itself. */
function useInvitationCard(shop: OwnShop | null, made: MadeInvitation | null) {
  const t = useMerchantText();
  const words = t.merchantTeam.card;
  const name = shop?.name ?? t.common.app.name;
  const role = made === null ? null : t.common.role[made.invitation.role];
  const isOffer = made !== null && made.invitation.memberId !== null;
  const path = made === null ? PATHS.home.url() : PATHS.join.url({ code: made.code });
  const title = role === null ? name : isOffer ? words.offer(name) : words.title(name, role);
  const { strip, note, foot } = words;
  const card = teamCard(name, path, { title, strip, note, role: role ?? '', foot });
  usePreparedCard(card);
  return card;
}

interface TeamProps {
  shop: OwnShop;
  /** The host to invite at once. */
  hostId: string | null;
  made: MadeInvitation | null;
  onMade: (made: MadeInvitation | null) => void;
  path: string;
}

const Team = observer(function Team({ shop, hostId, made, onMade, path }: TeamProps) {
  const teams = useTeam();
  const words = useMerchantText().merchantTeam;
  const [isInviting, setInviting] = useState(hostId !== null);
  const load = () => void teams.load(shop.id);
  const reading = teams.team(shop.id);
  // A page that was opened first was shown before its store was known.
  useEffect(() => {
    void teams.load(shop.id);
  }, [teams, shop.id]);
  // Back from another page: members may have joined.
  useDidShow(() => {
    if (reading.status === 'ready') load();
  });
  const offlineMessage = useOfflineMessage(reading.at);
  const handleMade = (done: MadeInvitation) => {
    setInviting(false);
    onMade(done);
  };
  return (
    <PageFrame
      offlineMessage={offlineMessage}
      footer={
        reading.value !== null && (
          <Button kind="primary" onTap={() => setInviting(true)}>
            {words.invite}
          </Button>
        )
      }
    >
      <Reading reading={reading} onRetry={load}>
        {(team) => (
          <>
            <MemberCard shopId={shop.id} team={team} onMade={handleMade} />
            <InvitationCard shopId={shop.id} team={team} />
            <Lines team={team} />
          </>
        )}
      </Reading>
      {isInviting && (
        <InviteSheet
          shop={shop}
          hostId={hostId}
          onMade={handleMade}
          onClose={() => setInviting(false)}
        />
      )}
      {made !== null && <MadeSheet made={made} path={path} onClose={() => onMade(null)} />}
    </PageFrame>
  );
});
