import { View } from '@tarojs/components';

import { useText } from '../../i18n';
import './index.css';

/** Props of {@link OfflineNote}. */
export interface OfflineNoteProps {
  /** Says that there is no network and from when the copy on screen is. */
  message: string;
  /** Tries again; absent where the page offers it elsewhere. */
  onRetry?: () => void;
}

/** A calm strip: the screen shows a copy. */
export function OfflineNote({ message, onRetry }: OfflineNoteProps) {
  const { action } = useText().common;
  return (
    <View className="hl-offline">
      {message}
      {onRetry && (
        <View className="hl-offline__retry" role="button" onClick={onRetry}>
          {action.retry}
        </View>
      )}
    </View>
  );
}
