import { View } from '@tarojs/components';

import { ScaleBar } from '../shared/scale-bar';
import { StatusMark } from '../../components/status-mark';
import { answerShape } from '../../components/tier-words';
import type { ScaleMark, SchemeStanding } from '../../domain/incentive';
import type { Scheme } from '../../stores';
import { useSchemeText } from './scheme-text';

/** Props of {@link SchemeRow}. */
export interface SchemeRowProps {
  standing: SchemeStanding<Scheme>;
  scale: readonly ScaleMark[];
  /** Figures that pass the thresholds of this scheme; empty: it measures no sales. */
  shown: readonly number[];
  /** Bounds of the year's net, fen; null when nothing is recorded. */
  net: { low: number; high: number } | null;
  isFirst: boolean;
  isElsewhere: boolean;
  onTap: () => void;
}

/** Where one stands under a scheme: the answer, the marks of its ladder, and what is open. */
export function SchemeRow(props: SchemeRowProps) {
  const { standing, scale, shown, net, isFirst, isElsewhere, onTap } = props;
  const { name, answer, label, lines } = useSchemeText(standing.scheme.ruleSet.facts)(
    standing,
    isElsewhere,
  );
  return (
    <View
      className={isFirst ? 'scheme-row scheme-row--first' : 'scheme-row'}
      role="button"
      hoverClass="hl-row--pressed"
      onClick={onTap}
    >
      <View className="scheme-row__head">
        <View className="scheme-row__name">{name}</View>
        <StatusMark shape={answerShape(answer)} label={label} />
      </View>
      {shown.length > 0 && (
        <ScaleBar scale={scale} shown={shown} low={net?.low ?? null} high={net?.high ?? null} />
      )}
      {lines.map((line, index) => (
        <View
          key={line}
          className={index === 0 ? 'scheme-row__line' : 'scheme-row__line scheme-row__line--second'}
        >
          {line}
        </View>
      ))}
    </View>
  );
}
