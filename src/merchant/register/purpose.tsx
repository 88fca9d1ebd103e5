import { View } from '@tarojs/components';

import { Card } from '../../components/card';
import { useMerchantText } from '../../i18n/merchant';

/** What is kept of a store, why, who sees it and how long: read before consent. */
export function Purpose() {
  const words = useMerchantText().merchantShop.register;
  return (
    <Card title={words.purposeTitle}>
      {words.purpose.map(([title, text]) => (
        <View key={title} className="register__purpose">
          <View className="register__purpose-title">{title}</View>
          <View className="register__purpose-text">{text}</View>
        </View>
      ))}
    </Card>
  );
}
