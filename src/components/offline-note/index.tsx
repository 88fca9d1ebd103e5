import { View } from '@tarojs/components';

import './index.css';

/** Props of {@link OfflineNote}. */
export interface OfflineNoteProps {
  /** Says that there is no network and from when the copy on screen is. */
  message: string;
}

/** A calm strip: the screen shows a copy. */
export function OfflineNote({ message }: OfflineNoteProps) {
  return <View className="hl-offline">{message}</View>;
}
