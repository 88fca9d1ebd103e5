import { Text, View } from '@tarojs/components';

import { useText } from '../../i18n';
import './index.css';

/** Props of {@link RequestId}. */
export interface RequestIdProps {
  id: string;
}

/** The id of a failed request, which can be selected and copied into a report. */
export function RequestId({ id }: RequestIdProps) {
  const t = useText();
  return (
    <View className="hl-request-id">
      {t.common.state.requestId} <Text userSelect>{id}</Text>
    </View>
  );
}
