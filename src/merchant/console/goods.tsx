import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { goodsTimes } from '../../domain/console/goods';
import type { ConsoleMark, MarkSummary } from '../../domain/console/marks';
import { formatMoneyPlain } from '../../domain/money';
import { coverColorOf } from '../../domain/share-card/plain-picture';
import { can } from '../../domain/shop/capabilities';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { Tap } from '../../stores/console-run';
import { useStores } from '../../stores-context';
import { minuteText } from './clock-text';

/** Props of {@link Goods}. */
export interface GoodsProps {
  shop: OwnShop;
  session: LiveSession;
  goods: MarkSummary<ConsoleMark>['goods'];
  now: string;
  onTap: (what: Tap) => void;
}

/** The goods in the order in which they come: the one that is on with what is left of its time. */
export const Goods = observer(function Goods({ shop, session, goods, now, onTap }: GoodsProps) {
  const { ui } = useStores();
  const words = useMerchantText().merchantConsole;
  const { teasers } = session;
  if (teasers.length === 0) {
    const plan = PATHS.plan.url({ shopId: shop.id, sessionId: session.id });
    const add = { value: words.addGoods, onTap: () => ui.open(plan) };
    return (
      <View className="console__goods">
        <Row title={words.noGoods} {...(can(shop.role, 'session.plan') ? add : {})} />
      </View>
    );
  }
  const { place, leftSeconds, shareSeconds } = goodsTimes(
    goods,
    teasers.length,
    session.endAt,
    now,
  );
  const first = place === null || place >= teasers.length ? 0 : place;
  const order = teasers.map((_, index) => (first + index) % teasers.length);
  const minutes = Math.floor(shareSeconds / 60);
  return (
    <View className="console__goods">
      {order.map((index) => {
        const teaser = teasers[index];
        if (teaser === undefined) return null;
        const begin = () => onTap({ kind: 'goods', value: index, of: null });
        if (index === place) {
          return <OnNow key={index} place={index} teaser={teaser} left={leftSeconds ?? 0} />;
        }
        const isNext = index === first + 1 && place !== null;
        return (
          <View
            key={index}
            className="console__item"
            role="button"
            hoverClass="console--pressed"
            onClick={begin}
          >
            <View className="console__nth">{isNext ? words.next : words.nth(index + 1)}</View>
            <View className="console__name">{teaser.name}</View>
            <View className="console__share">
              {index > (place ?? -1) && minutes > 0 ? words.minutes(minutes) : ''}
            </View>
          </View>
        );
      })}
      <View className="console__share-note">{words.shareNote}</View>
    </View>
  );
});

/** Props of {@link OnNow}. */
interface OnNowProps {
  place: number;
  teaser: LiveSession['teasers'][number];
  /** Seconds of its time that are left, below 0 once it is over. */
  left: number;
}

/** The item that is on. */
function OnNow({ place, teaser, left }: OnNowProps) {
  const words = useMerchantText().merchantConsole;
  const { name, priceFen } = teaser;
  const nth = words.nth(place + 1);
  return (
    <View className="console__item console__item--on">
      <View className="console__cover" style={{ background: coverColorOf(name) }}>
        {Array.from(name)[0]}
      </View>
      <View className="console__name">
        <View className="console__on-name">{name}</View>
        <View className="console__price">
          {priceFen === null ? nth : words.nthPrice(place + 1, formatMoneyPlain(priceFen))}
        </View>
      </View>
      <View className={left < 0 ? 'console__minutes console__minutes--over' : 'console__minutes'}>
        {left < 0 ? words.over(minuteText(-left)) : minuteText(left)}
      </View>
    </View>
  );
}
