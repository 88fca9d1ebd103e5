import { View } from '@tarojs/components';

import { formatMoney } from '../../domain/money';
import { useLang, useText } from '../../i18n';
import { Card } from '../card';
import { Row } from '../row';

/** A goods teaser as it is shown: no cart, only what will be talked about. */
export interface TeaserView {
  name: string;
  /** In fen; null until the live room says it. */
  priceFen: number | null;
  priceBasis: string | null;
}

/** Goods of a session, each price with what it compares with (Order 117 of 2025 art. 32). */
export function TeaserList({ teasers }: { teasers: readonly TeaserView[] }) {
  const words = useText().viewer.session;
  const lang = useLang();
  if (teasers.length === 0) return null;
  return (
    <>
      <Card title={words.teasers}>
        {teasers.map(({ name, priceFen, priceBasis }, index) => (
          <Row
            key={`${String(index)} ${name}`}
            title={name}
            note={priceBasis ?? undefined}
            value={priceFen === null ? words.noPrice : formatMoney(priceFen, lang)}
          />
        ))}
      </Card>
      <View className="hl-footnote">{words.teasersNote}</View>
    </>
  );
}
