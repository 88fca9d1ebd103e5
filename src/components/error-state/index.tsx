import { View } from '@tarojs/components';

import { useText } from '../../i18n';
import { Button } from '../button';
import { RequestId } from '../request-id';
import './index.css';

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
  /** What happened, what is safe, what to do. */
  message: string;
  /** Of the failed call; empty where no call was answered. */
  requestId: string;
  /** null where trying again cannot help. */
  onRetry: (() => void) | null;
  isBusy: boolean;
}

/** Content that could not be read. */
export function ErrorState({ message, requestId, onRetry, isBusy }: ErrorStateProps) {
  const t = useText();
  return (
    <View className="hl-error">
      <View className="hl-error__sign">!</View>
      <View className="hl-error__message">{message}</View>
      {onRetry && (
        <View className="hl-error__action">
          <Button onTap={onRetry} isBusy={isBusy}>
            {t.common.action.retry}
          </Button>
        </View>
      )}
      {requestId !== '' && (
        <View className="hl-error__request">
          <RequestId id={requestId} />
        </View>
      )}
    </View>
  );
}
