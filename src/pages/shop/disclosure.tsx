import { View } from '@tarojs/components';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { disclosureFields } from '../../domain/shop/disclosure';
import { usePublicText } from '../../i18n/public';
import type { ShopPage } from '../../stores';

/** What the law makes a seller show, complete, in the order of its legal form. */
export function Disclosure({ shop }: { shop: ShopPage['shop'] }) {
  const publicText = usePublicText();
  const { place } = shop;
  const town =
    place.town !== null && isTown(place.town, publicText.storeFacts.town)
      ? publicText.storeFacts.town[place.town]
      : place.town;
  const where =
    place.where === 'huadu' && town !== null
      ? publicText.placeHuadu(town)
      : publicText.storeFacts.place[place.where];
  return (
    <>
      <Card title={publicText.disclosure}>
        <Row title={publicText.legalForm} value={publicText.storeFacts.legalForm[shop.legalForm]} />
        {disclosureFields(shop.legalForm)
          .filter((field) => field !== 'exemption' || shop.disclosure.exemption !== null)
          .map((field) => (
            <Row
              key={field}
              title={publicText.storeFacts.disclosure[field]}
              value={shop.disclosure[field] ?? publicText.notProvided}
            />
          ))}
        <Row title={publicText.where} value={where} />
      </Card>
      <View className="hl-footnote">{publicText.disclosureNote}</View>
    </>
  );
}

function isTown<Towns extends object>(
  name: string,
  towns: Towns,
): name is Extract<keyof Towns, string> {
  return Object.prototype.hasOwnProperty.call(towns, name);
}
