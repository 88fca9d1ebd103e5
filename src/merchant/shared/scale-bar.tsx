import { View } from '@tarojs/components';

import { placeOn, type ScaleMark } from '../../domain/incentive';
import { formatMoney } from '../../domain/money';
import { useLang } from '../../i18n';
import './scale-bar.css';

/** Props of {@link ScaleBar}. */
export interface ScaleBarProps {
  /** Of the whole scale: they place the figure. */
  scale: readonly ScaleMark[];
  /** Smallest figures of the marks to draw; absent: all. */
  shown?: readonly number[];
  /** Bounds of the figure; null is unknown. */
  low: number | null;
  high: number | null;
  /** What of `low` will not change; absent: all of it. */
  settled?: number;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** A figure on a line with the thresholds of a ladder; the part that a range leaves open is hatched. */
export function ScaleBar({ scale, shown, low, high, settled }: ScaleBarProps) {
  const from = placeOn(scale, low ?? 0);
  const solid = settled === undefined ? from : Math.min(from, placeOn(scale, settled));
  const to = high === null ? from : placeOn(scale, high);
  const marks = scale.filter(({ needed }) => shown?.includes(needed) ?? true);
  return (
    <View className="mk-scale">
      <View className="mk-scale__way" />
      <View className="mk-scale__done" style={{ width: percent(solid) }} />
      {from > solid && (
        <View
          className="mk-scale__open"
          style={{ left: percent(solid), width: percent(from - solid) }}
        />
      )}
      {to > from && (
        <View
          className="mk-scale__maybe"
          style={{ left: percent(from), width: percent(to - from) }}
        />
      )}
      {marks.map(({ needed, at }) => (
        <View
          key={needed}
          className={
            low !== null && low >= needed
              ? 'mk-scale__mark mk-scale__mark--passed'
              : 'mk-scale__mark'
          }
          style={{ left: percent(at) }}
        />
      ))}
      {low !== null && low > 0 && (
        <View className="mk-scale__pin" style={{ left: percent(from) }} />
      )}
    </View>
  );
}

/** Least distance of two labels, as a share of the line. */
const LABEL_SPACE = 0.17;

/** The printed thresholds of a scale; where two would touch, the larger one is left out. */
export function ScaleAxis({ scale }: { scale: readonly ScaleMark[] }) {
  const lang = useLang();
  const labels: ScaleMark[] = [];
  for (const mark of scale) {
    const before = labels[labels.length - 1];
    if (before === undefined || mark.at - before.at >= LABEL_SPACE) labels.push(mark);
  }
  return (
    <View className="mk-axis">
      <View>0</View>
      {labels.map(({ threshold, at }) => (
        <View
          key={threshold}
          className={at > 0.9 ? 'mk-axis__label mk-axis__label--last' : 'mk-axis__label'}
          style={{ left: percent(at), top: '0px' }}
        >
          {formatMoney(threshold, lang)}
        </View>
      ))}
    </View>
  );
}
