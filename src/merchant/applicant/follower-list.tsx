import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Row } from '../../components/row';
import type { Account, Host, OwnShop } from '../../contract/shop';
import { formatCount } from '../../domain/money';
import { useLang, useText, wordChinaDay } from '../../i18n';
import { useStores } from '../../stores-context';
import { FollowersSheet } from './followers-sheet';

/** Props of {@link FollowerList}. */
export interface FollowerListProps {
  shop: OwnShop;
  /** null: the store itself, which has no followers of its own. */
  host: Host | null;
}

/** Each account with its latest follower reading; readings belong to a host. */
export const FollowerList = observer(function FollowerList({ shop, host }: FollowerListProps) {
  const { ui } = useStores();
  const words = useText().merchantShop.applicant;
  if (!host) {
    return (
      <Card title={words.followers}>
        <Row
          title={words.toHosts}
          note={words.followersShop}
          onTap={() => ui.open(`/merchant/hosts/index?shopId=${shop.id}`)}
        />
      </Card>
    );
  }
  const accounts = shop.accounts.filter(({ hostId }) => hostId === null || hostId === host.id);
  return (
    <>
      <Card title={words.followers}>
        {accounts.length === 0 && <EmptyState isInline title={words.noAccounts} />}
        {accounts.map((account) => (
          <AccountItem key={account.id} account={account} host={host} />
        ))}
      </Card>
      <View className="hl-footnote">{words.followersNote}</View>
    </>
  );
});

const AccountItem = observer(function AccountItem({ account, host }: { account: Account; host: Host }) {
  const { ui } = useStores();
  const t = useText();
  const lang = useLang();
  const words = t.merchantShop.applicant;
  const [isOpen, setOpen] = useState(false);
  const latest = host.followers
    .filter(({ accountId }) => accountId === account.id)
    .sort((a, b) => (a.readOn < b.readOn ? 1 : -1))[0];
  return (
    <View className="applicant__item">
      <View>{`${t.common.platform[account.platform]} ${account.name}`}</View>
      <View className={latest ? 'applicant__value' : 'applicant__value applicant__value--none'}>
        {latest ? t.common.count.people(formatCount(latest.count, lang)) : words.noReading}
      </View>
      {latest && (
        <View className="applicant__when">
          {words.readingOn(wordChinaDay(latest.readOn, ui.now, lang))}
        </View>
      )}
      <View className="applicant__actions">
        <Button kind="quiet" size="small" onTap={() => setOpen(true)}>
          {words.read}
        </Button>
      </View>
      {isOpen && <FollowersSheet account={account} host={host} onClose={() => setOpen(false)} />}
    </View>
  );
});
