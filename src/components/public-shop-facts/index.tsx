import { View } from '@tarojs/components';

import { disclosureFields } from '../../domain/shop/disclosure';
import type { Disclosure } from '../../domain/shop/disclosure';
import type { Platform } from '../../domain/shop/platform';
import type { LegalForm, PlaceKind } from '../../domain/shop/shop';
import { useText } from '../../i18n';
import { Button } from '../button';
import { Card } from '../card';
import { Row } from '../row';
import { StatusMark } from '../status-mark';
import './index.css';

/** Name, mark and one line of what a store sells. */
export function PublicShopHead(props: { name: string; isVerified: boolean; intro: string }) {
  const { common, viewer } = useText();
  const { verified, unverified } = common.verification;
  return (
    <View className="hl-shop-head">
      <View className="hl-shop-head__name">{props.name}</View>
      <View className="hl-shop-head__marks">
        <StatusMark
          shape={props.isVerified ? 'yes' : 'question'}
          label={props.isVerified ? verified : unverified}
        />
      </View>
      {props.intro !== '' && <View className="hl-shop-head__intro">{props.intro}</View>}
      {!props.isVerified && (
        <View className="hl-shop-head__intro">{viewer.shop.unverifiedNote}</View>
      )}
    </View>
  );
}

/** Where a store can be watched: account names to copy, because no jump works for all of them. */
export function PublicAccounts(props: {
  accounts: readonly { platform: Platform; name: string }[];
  onCopy: (name: string) => void;
}) {
  const { common, viewer } = useText();
  return (
    <>
      <Card title={viewer.shop.accounts}>
        {props.accounts.map(({ platform, name }) => (
          <Row
            key={`${platform} ${name}`}
            title={name}
            note={common.platform[platform]}
            value={
              <Button size="small" onTap={() => props.onCopy(name)}>
                {common.action.copy}
              </Button>
            }
          />
        ))}
      </Card>
      <View className="hl-footnote">{viewer.shop.accountsNote}</View>
    </>
  );
}

/** What the law makes a seller show, complete (Order 117 of 2025 arts 25 and 26). */
export function PublicDisclosure(props: {
  legalForm: LegalForm;
  place: { where: PlaceKind; town: string | null };
  disclosure: Disclosure;
}) {
  const { common, viewer } = useText();
  const { legalForm, place, disclosure } = props;
  const towns: Record<string, string> = common.town;
  const town = place.town === null ? null : (towns[place.town] ?? place.town);
  const where = [common.place[place.where], town].filter((part) => part !== null).join(' · ');
  return (
    <>
      <Card title={viewer.shop.disclosure}>
        <Row title={viewer.shop.legalForm} value={common.legalForm[legalForm]} />
        {disclosureFields(legalForm).map((field) =>
          disclosure[field] === null ? null : (
            <Row key={field} title={common.disclosure[field]} note={disclosure[field]} />
          ),
        )}
        <Row title={viewer.shop.place} value={where} />
      </Card>
      <View className="hl-footnote">{viewer.shop.disclosureNote}</View>
    </>
  );
}
