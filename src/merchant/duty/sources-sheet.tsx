import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { ARTICLES, ORDER_ADDRESS } from '../../domain/duty/checklist';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Props of {@link SourcesSheet}. */
export interface SourcesSheetProps {
  isOpen: boolean;
  onClose: () => void;
}

/** What the record follows from, how certain that is, and what the record is not. */
export const SourcesSheet = observer(function SourcesSheet({ isOpen, onClose }: SourcesSheetProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantDuty.sources;
  const handleCopy = () => ui.copy(ORDER_ADDRESS, t.common.state.copied);
  return (
    <Sheet isOpen={isOpen} onClose={onClose} closeLabel={t.common.action.close} title={words.title}>
      <View className="duty__source">{words.law}</View>
      {ARTICLES.map((article) => (
        <View key={article} className="duty__source">
          <View className="duty__article">{t.merchantDuty.article(article)}</View>
          <View>{words.articles[article]}</View>
        </View>
      ))}
      <View className="duty__source duty__source--second">{words.checked}</View>
      <View className="duty__source duty__source--second">{words.limits}</View>
      <View className="duty__source duty__source--second">{words.keeping}</View>
      <Button onTap={() => void handleCopy()}>{words.copy}</Button>
    </Sheet>
  );
});
