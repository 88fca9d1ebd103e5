import { View } from '@tarojs/components';

import { Button } from '../button';
import './index.css';

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
  /** What happened, what is safe, what to do. */
  message: string;
  /** Left out where trying again cannot help. */
  onRetry?: () => void;
  retryLabel: string;
  isBusy?: boolean;
}

/** A page that could not be loaded. */
export function ErrorState({ message, onRetry, retryLabel, isBusy = false }: ErrorStateProps) {
  return (
    <View className="hl-error">
      <View className="hl-error__sign">!</View>
      <View className="hl-error__message">{message}</View>
      {onRetry && (
        <View className="hl-error__action">
          <Button onTap={onRetry} isBusy={isBusy}>
            {retryLabel}
          </Button>
        </View>
      )}
    </View>
  );
}
