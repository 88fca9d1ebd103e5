import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { ConsoleRun } from '../../stores/console-run';
import { useStores } from '../../stores-context';

/** What the person must know of marks that wait: without a network, on a full phone, refused. */
export const Queue = observer(function Queue({ run }: { run: ConsoleRun }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantConsole;
  const { error, isHeld, isUnsafe } = run;
  const count = run.queue.length;
  if (isHeld && error !== null && count > 0) {
    const handleDiscard = async () => {
      const asked = await ui.confirm({
        title: words.discardTitle,
        text: words.discardText(count),
        confirm: words.discard,
        cancel: t.common.action.cancel,
      });
      if (asked) run.discard();
    };
    return (
      <View className="console__held">
        <View className="console__held-title">{words.held(count)}</View>
        <View>{`${wordError(error, t)} ${words.heldNote}`}</View>
        <View className="console__held-actions">
          <Button size="small" onTap={() => run.retry()}>
            {words.retry}
          </Button>
          <Button size="small" kind="danger" onTap={() => void handleDiscard()}>
            {words.discard}
          </Button>
        </View>
      </View>
    );
  }
  if (isUnsafe) return <View className="console__note">{words.unsafe}</View>;
  return ui.isOffline ? <View className="console__note">{words.offlineNote}</View> : null;
});
