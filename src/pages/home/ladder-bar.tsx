import { View } from '@tarojs/components';

import { type AwardAnswer, equalScale, placeOn } from '../../domain/incentive';
import { ownConditions } from '../../domain/incentive/standing';
import { formatMoney } from '../../domain/money';
import { useLang } from '../../i18n';

/** Props of {@link LadderBar}. */
export interface LadderBarProps {
  award: AwardAnswer;
  /** Bounds of the net, fen; null: nothing is recorded. */
  net: { readonly low: number; readonly high: number } | null;
  /** What of `net.low` will not change, fen; null while that is not known. */
  settledFen: number | null;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** The net among the tiers, each an equal stretch: what is settled, may come back, is not known. */
export function LadderBar({ award, net, settledFen }: LadderBarProps) {
  const lang = useLang();
  const marks = equalScale(ownConditions(award).map(({ condition }) => condition));
  const { low, high } = net ?? { low: 0, high: 0 };
  const place = (fen: number): number => placeOn(marks, fen);
  const [solid, from, to] = [place(Math.min(settledFen ?? low, low)), place(low), place(high)];
  const parts = [
    ['done', 0, solid],
    ['open', solid, from],
    ['unknown', from, to],
  ] as const;
  return (
    <View className="home-bar">
      <View className="home-bar__track">
        {parts.map(([kind, start, end]) =>
          end > start ? (
            <View
              key={kind}
              className={`home-bar__part home-bar__part--${kind}`}
              style={{ left: percent(start), width: percent(end - start) }}
            />
          ) : null,
        )}
        {low > 0 && <View className="home-bar__pin" style={{ left: percent(from) }} />}
      </View>
      {marks.map(({ threshold, needed, at }) => (
        <View
          key={threshold}
          className={low >= needed ? 'home-bar__mark home-bar__mark--passed' : 'home-bar__mark'}
          style={{ width: percent(1 / marks.length), left: percent(at - 1 / marks.length) }}
        >
          {formatMoney(threshold, lang)}
        </View>
      ))}
    </View>
  );
}
