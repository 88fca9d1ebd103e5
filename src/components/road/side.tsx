import { View } from '@tarojs/components';
import { useContext } from 'react';

import type { ExpectedNet, Road } from '../../domain/incentive';
import type { YearFigures } from '../../domain/sales';
import type { Settlement } from '../../domain/settlement';
import { useText } from '../../i18n';
import { type Screen, ScreenContext } from '../screen';
import { type Mark, placeLabels, type PlacedLabel } from './labels';
import { px, span } from './scale';
import type { RoadView } from './view';

/** Props of {@link Side}. */
export interface SideProps {
  drawn: Road;
  view: RoadView;
  /** Words of the marker. */
  me: string;
  amount: (value: number) => string;
  /** The upper bound of the figure. */
  high: number;
  sums: YearFigures | null;
  settlement: Settlement | null;
  yearEnd: ExpectedNet | null;
}

type Kind = 'year-end' | 'returns' | 'high' | 'verified' | 'unknown';

/** What stands left of the road: lines of words, each with a figure or without. */
interface SideMark extends Mark<Kind> {
  readonly lines: readonly (readonly [words: string, figure: string])[];
}

const ME_PX = 30;
const LINE_PX = 16;
/** Width of the space for a label, px. */
const WIDTH_PX = { wide: 118, narrow: 84 };

/** Where the subject stands, and beside it year end, what may come back, and what is not known. */
export function Side(props: SideProps) {
  const { drawn, view, me } = props;
  const screen = useContext(ScreenContext);
  const marks = useSideMarks(props, screen);
  const at = drawn.low ?? 0;
  const labels = placeLabels({ at, heightPx: ME_PX * screen.typeScale }, marks, view);
  return (
    <>
      {labels.map((label) => (
        <SideLabel
          key={label.kind}
          label={label}
          mark={marks.find(({ kind }) => kind === label.kind)}
        />
      ))}
      <View
        className={drawn.low === null ? 'hl-road__me hl-road__me--none' : 'hl-road__me'}
        style={{ bottom: px(at) }}
      >
        {me}
      </View>
    </>
  );
}

function SideLabel({ label, mark }: { label: PlacedLabel<Kind>; mark: SideMark | undefined }) {
  const { at, place, isBracket, isMoved } = label;
  if (!mark) return null;
  const line = isMoved ? 'elbow' : isBracket ? 'bracket' : 'tick';
  const side = at > place ? 'down' : 'up';
  const reach = isBracket ? ' hl-road__elbow--bracket' : '';
  return (
    <>
      {isBracket && <View className="hl-road__bracket" style={span(mark.from, mark.to)} />}
      {isMoved && (
        <View
          className={`hl-road__elbow hl-road__elbow--${side}${reach}`}
          style={span(Math.min(at, place), Math.max(at, place))}
        />
      )}
      <View
        className={`hl-road__label hl-road__label--${line} hl-road__label--${label.kind}`}
        style={{ bottom: px(at) }}
      >
        {mark.lines.map(([words, figure]) => (
          <View key={words}>
            {`${words} `}
            <View className="hl-road__figure">{figure}</View>
          </View>
        ))}
      </View>
    </>
  );
}

/** What is known beside the figure itself, the one that matters most first. */
function useSideMarks(props: SideProps, screen: Screen): SideMark[] {
  const { drawn, amount, sums, settlement, yearEnd } = props;
  const words = useText().incentive.road;
  const { low, high, settled, verified, signs } = drawn;
  if (low === null) return [];
  const marks: SideMark[] = [];
  const add = (kind: Kind, from: number, to: number, lines: SideMark['lines']) => {
    marks.push({ kind, from, to, lines, heightPx: heightOf(lines, screen) });
  };
  if (high !== null && high > low) {
    add('high', high, high, [[words.atMost, amount(props.high)]]);
  }
  if (drawn.yearEnd && yearEnd) {
    add('year-end', drawn.yearEnd.from, drawn.yearEnd.to, [
      [words.yearEnd, amount(yearEnd.lowFen)],
      [words.yearEndTo, amount(yearEnd.highFen)],
    ]);
  }
  if (settled !== null && settlement) {
    // Of a tier that is reached on such money the sentence above says how much is expected back.
    const isSaid = signs.some(({ at }) => at <= low && at > settled);
    add('returns', settled, low, [
      [words.returnable, amount(settlement.unsettledFen)],
      ...(screen.isNarrow || isSaid
        ? []
        : [[words.expectedBack, amount(settlement.expectedReturnFen)] as const]),
    ]);
  }
  if (verified !== null && sums && sums.verifiedNetFen > 0) {
    add('verified', verified, verified, [[words.checked, amount(sums.verifiedNetFen)]]);
  }
  if (high !== null && high > low) {
    const middle = (low + high) / 2;
    add('unknown', middle, middle, [[words.unknownPaid, '']]);
  }
  return marks;
}

/** Height of lines of words, px; a line that is too long takes two. */
function heightOf(lines: SideMark['lines'], { isNarrow, typeScale }: Screen): number {
  const width = isNarrow ? WIDTH_PX.narrow : WIDTH_PX.wide;
  const rows = lines.map(([words, figure]) => {
    const text = `${words} ${figure}`;
    const wide = text.replace(/[ -~]/g, '').length;
    const length = (wide * 12 + (text.length - wide) * 7) * typeScale;
    return Math.ceil(length / width);
  });
  return rows.reduce((sum, row) => sum + row, 0) * LINE_PX * typeScale;
}
