import { View } from '@tarojs/components';

import { Button } from '../../components/button';
import { usePrecheckText } from '../../i18n/precheck';

/** Props of {@link CheckFoot}. */
export interface CheckFootProps {
  label: string;
  onTap: () => void;
  onShare: () => void;
}

/** The foot of the check: to share it, and the one step on. */
export function CheckFoot({ label, onTap, onShare }: CheckFootProps) {
  const words = usePrecheckText();
  return (
    <View className="precheck__foot">
      <View className="precheck__foot-share">
        <Button openType="share" onTap={onShare}>
          {words.share}
        </Button>
      </View>
      <View className="precheck__foot-main">
        <Button kind="primary" onTap={onTap}>
          {label}
        </Button>
      </View>
    </View>
  );
}
