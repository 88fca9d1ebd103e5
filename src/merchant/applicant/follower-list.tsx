import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Money } from '../../components/money';
import { Row } from '../../components/row';
import type { Account, Host, OwnShop } from '../../contract/shop';
import { formatCount } from '../../domain/money';
import { can } from '../../domain/shop/capabilities';
import { yearOf } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { FollowersSheet } from './followers-sheet';

/** Props of {@link FollowerList}. */
export interface FollowerListProps {
  shop: OwnShop;
  /** null: the store itself, which has the accounts that are no host's own. */
  host: Host | null;
  /** The year whose latest reading is shown first. */
  year: number;
}

/**
 * Each account that counts for a host, or for the store, with its latest follower reading of every
 * year. A reading belongs to the owner of the account.
 */
export const FollowerList = observer(function FollowerList({
  shop,
  host,
  year,
}: FollowerListProps) {
  const { ui } = useStores();
  const words = useMerchantText().merchantShop.applicant;
  const ownId = host?.id ?? null;
  const accounts = shop.accounts.filter(({ hostId }) => hostId === null || hostId === ownId);
  const readings = [...shop.followers, ...(host?.followers ?? [])];
  return (
    <>
      <Card title={words.followers}>
        {accounts.length === 0 && <EmptyState isInline title={words.noAccounts} />}
        {accounts.map((account) => (
          <AccountItem
            key={account.id}
            shop={shop}
            account={account}
            readings={readings.filter(({ accountId }) => accountId === account.id)}
            year={year}
          />
        ))}
        {!host && (
          <Row
            title={words.toHosts}
            note={words.followersShop}
            onTap={() => ui.open(PATHS.hosts.url({ shopId: shop.id }))}
          />
        )}
      </Card>
      <View className="hl-footnote">{words.followersNote}</View>
    </>
  );
});

interface AccountItemProps {
  shop: OwnShop;
  account: Account;
  /** Of the account, one of each year. */
  readings: Host['followers'];
  year: number;
}

const AccountItem = observer(function AccountItem(props: AccountItemProps) {
  const { shop, account, year } = props;
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantShop.applicant;
  const [isOpen, setOpen] = useState(false);
  const name = `${t.common.platform[account.platform]} ${account.name}`;
  // The cloud answers the latest reading of each year.
  const readings = [...props.readings].sort((a, b) => (a.readOn < b.readOn ? 1 : -1));
  const ofYear = readings.find(({ readOn }) => yearOf(readOn) === year);
  const others = readings.filter((reading) => reading !== ofYear);
  const dayOf = (day: string) => words.readingOn(wordChinaDay(day, ui.now, lang));
  return (
    <View className="applicant__item">
      <View className="applicant__account">{name}</View>
      <View className="applicant__count">
        <Money
          amount={ofYear?.count ?? null}
          unit="followers"
          size="section"
          info={{
            label: name,
            basis: t.incentive.metricBasis.followers,
            period: ofYear ? dayOf(ofYear.readOn) : words.year(year),
          }}
          whyUnknown={words.noReading(year)}
        />
      </View>
      <View className="applicant__when">
        {ofYear ? dayOf(ofYear.readOn) : words.noReading(year)}
      </View>
      {others.map(({ count, readOn }) => (
        <View key={readOn} className="applicant__when">
          {words.otherYear(
            yearOf(readOn),
            t.common.count.people(formatCount(count, lang)),
            dayOf(readOn),
          )}
        </View>
      ))}
      {can(shop.role, 'applicant.write') && (
        <View className="applicant__actions">
          <Button kind="quiet" size="small" onTap={() => setOpen(true)}>
            {words.read}
          </Button>
        </View>
      )}
      {isOpen && (
        <FollowersSheet shopId={shop.id} account={account} onClose={() => setOpen(false)} />
      )}
    </View>
  );
});
