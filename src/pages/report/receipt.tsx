import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { useText } from '../../i18n';
import { useReportText } from '../../i18n/report';
import { useStores } from '../../stores-context';

/** What was reported has arrived: the number by which to ask about it. */
export const Receipt = observer(function Receipt({ receipt }: { receipt: string }) {
  const { ui } = useStores();
  const t = useText();
  const words = useReportText();
  return (
    <PageFrame>
      <Card>
        <View className="report__receipt">
          <View className="report__done">{words.done}</View>
          <View className="report__number">{words.receipt(receipt)}</View>
          <View className="report__note">{words.doneNote}</View>
          <View className="report__actions">
            <Button onTap={() => void ui.copy(receipt, t.common.state.copied)}>{words.copy}</Button>
            <Button kind="primary" onTap={() => ui.back()}>
              {words.back}
            </Button>
          </View>
        </View>
      </Card>
    </PageFrame>
  );
});
