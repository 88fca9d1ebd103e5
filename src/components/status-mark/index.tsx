import { Text, View } from '@tarojs/components';

import './index.css';

/** The shapes of a state: each has its own colour and is always beside its word. */
export type StatusShape =
  | 'on_air'
  | 'paused'
  | 'upcoming'
  | 'due'
  | 'over'
  | 'cancelled'
  | 'waiting'
  | 'question'
  | 'yes'
  | 'no';

/** Props of {@link StatusMark}. */
export interface StatusMarkProps {
  shape: StatusShape;
  /** The word: not everyone can tell colours and shapes apart. */
  label: string;
}

/** Shapes that are a character; the others are drawn. */
export const SHAPE_SIGNS: Partial<Record<StatusShape, string>> = {
  cancelled: '✕',
  no: '✕',
  question: '?',
  yes: '✓',
};

/** A state as colour, shape and word. */
export function StatusMark({ shape, label }: StatusMarkProps) {
  return (
    <View className={`hl-status hl-status--${shape}`}>
      <View className="hl-status__shape">{SHAPE_SIGNS[shape] ?? ''}</View>
      <Text className="hl-status__word">{label}</Text>
    </View>
  );
}
