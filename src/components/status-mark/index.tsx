import { View } from '@tarojs/components';

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

/** A state as colour, shape and word. The style sheet draws the shape: one node is sent for all. */
export function StatusMark({ shape, label }: StatusMarkProps) {
  return <View className={`hl-status hl-status--${shape}`}>{label}</View>;
}
