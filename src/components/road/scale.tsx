import { View } from '@tarojs/components';

import type { Road, RoadSign } from '../../domain/incentive';
import { useText } from '../../i18n';
import { type RoadView, scaleWordsAt } from './view';

/** A length as CSS. */
export const px = (length: number): string => `${Math.round(length * 10) / 10}px`;

/** The part of the road between two places, as CSS. */
export const span = (from: number, to: number) => ({ bottom: px(from), height: px(to - from) });

/** Length of the open stretch that is drawn, px. */
const OPEN_PX = 900;

/** Props of {@link Scale}. */
export interface ScaleProps {
  drawn: Road;
  view: RoadView;
  /** Signs in view: the words of a scale never lie under one. */
  signs: readonly RoadSign[];
  /** Height of a sign, px. */
  signPx: number;
  amount: (value: number) => string;
}

/** The marks beside the road, and what one of them stands for. */
export function Scale({ drawn, view, signs, signPx, amount }: ScaleProps) {
  const words = useText().incentive.road;
  return (
    <>
      {drawn.stretches.map((stretch) => {
        const { from, to, mark, markPx } = stretch;
        const end = to ?? Math.max(from, view.top) + OPEN_PX;
        const at = scaleWordsAt({ from, to: end }, view, signs, signPx);
        if (end < view.foot - OPEN_PX || from > view.top + OPEN_PX) return null;
        return (
          <View
            key={from}
            className="hl-road__marks"
            style={{ ...span(from, end), backgroundSize: `5px ${px(markPx)}` }}
          >
            {at !== null && (
              <View className="hl-road__scale" style={{ bottom: px(at - from) }}>
                {mark === null ? words.doubling : words.mark(amount(mark))}
              </View>
            )}
          </View>
        );
      })}
    </>
  );
}
