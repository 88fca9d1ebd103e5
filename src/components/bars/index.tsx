import { View } from '@tarojs/components';
import { useState } from 'react';

import { type Axis, placeOnAxis } from '../../domain/money/axis';
import { useText } from '../../i18n';
import { Sheet } from '../sheet';
import './index.css';

/**
 * What a part of a bar says: `solid` will not change, `open` may come back, `unknown` is not known,
 * `expected` is a forecast, `other` is there to compare with.
 */
export type BarKind = 'solid' | 'open' | 'unknown' | 'expected' | 'other';

/** A part of a bar, between two amounts of the axis. */
export interface BarPart {
  kind: BarKind;
  from: number;
  to: number;
  /** Columns that it spans to the right, its own included; 1 where absent. */
  columns?: number;
}

/** A column of the picture. */
export interface Bar {
  id: string;
  /** Stands below the column. */
  label: string;
  /** Set off from the others. */
  isOwn?: boolean;
  parts: readonly BarPart[];
}

/** A line of the table that the picture is read as. */
export interface BarRow {
  id: string;
  label: string;
  value: string;
}

/** Props of {@link Bars}. */
export interface BarsProps {
  bars: readonly Bar[];
  axis: Axis;
  /** Writes an amount beside its printed line; absent: no lines are printed. */
  write?: (amount: number) => string;
  /** An amount to hold the bars against, as a dashed line. */
  against?: number;
  heightPx?: number;
  /** What the picture shows: its name for a screen reader, and the title of the table. */
  title: string;
  /** The same figures exactly, for a tap; asked for when the table opens. */
  rows: () => readonly BarRow[];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Amounts as upright bars on one axis; a tap shows them as a table. */
export function Bars(props: BarsProps) {
  const { bars, axis, write, against, heightPx = 132, title } = props;
  const [isOpen, setOpen] = useState(false);
  const { common, incentive } = useText();
  const lineAt = (amount: number) => ({ bottom: percent(placeOnAxis(axis, amount)) });
  const rows = isOpen ? props.rows() : [];
  return (
    <>
      <View
        className={write ? 'hl-bars hl-bars--lined' : 'hl-bars'}
        role="button"
        ariaLabel={`${title}. ${incentive.figure.tapHint}`}
        onClick={() => setOpen(true)}
      >
        <View className="hl-bars__plot" style={{ height: `${heightPx}px` }}>
          {write &&
            axis.lines.map((amount) => (
              <View key={amount} className="hl-bars__line" style={lineAt(amount)}>
                <View className="hl-bars__amount">{write(amount)}</View>
              </View>
            ))}
          <View className="hl-bars__line hl-bars__line--zero" style={lineAt(0)} />
          <View className="hl-bars__columns">
            {bars.map(({ id, label, isOwn, parts }) => (
              <View key={id} className="hl-bars__column">
                {parts.map((part) => (
                  <View
                    key={part.kind}
                    className={`hl-bars__part hl-bars__part--${part.kind}`}
                    style={styleOf(part, axis)}
                  />
                ))}
                <View className={isOwn ? 'hl-bars__label hl-bars__label--own' : 'hl-bars__label'}>
                  {label}
                </View>
              </View>
            ))}
          </View>
          {against !== undefined && <View className="hl-bars__against" style={lineAt(against)} />}
        </View>
      </View>
      <Sheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        closeLabel={common.action.close}
        title={title}
      >
        {rows.map(({ id, label, value }) => (
          <View key={id} className="hl-bars__row">
            <View className="hl-bars__row-label">{label}</View>
            <View className="hl-bars__row-value">{value}</View>
          </View>
        ))}
      </Sheet>
    </>
  );
}

/** Place and size of a part; the share of its columns that it fills is the style sheet's. */
function styleOf({ from, to, columns = 1 }: BarPart, axis: Axis): Record<string, string> {
  const [low, high] = [Math.min(from, to), Math.max(from, to)].map((at) => placeOnAxis(axis, at));
  return {
    bottom: percent(low ?? 0),
    height: percent((high ?? 0) - (low ?? 0)),
    ...(columns > 1 ? { right: percent(1.2 - columns) } : {}),
  };
}
