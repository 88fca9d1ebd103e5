import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import type { LiveSession } from '../../contract/live-session';
import { nextPlace } from '../../domain/console/goods';
import type { ConsoleMark, MarkSummary } from '../../domain/console/marks';
import type { LiveSessionState } from '../../domain/live-session/live-session';
import { useMerchantText } from '../../i18n/merchant';
import type { Tap } from '../../stores/console-run';
import { useStores } from '../../stores-context';
import { useStep } from '../shared/use-step';

/** Props of {@link ConsoleFoot}. */
export interface ConsoleFootProps {
  session: LiveSession;
  goods: MarkSummary<ConsoleMark>['goods'];
  state: LiveSessionState;
  onTap: (what: Tap) => void;
}

/** Pausing and ending, and under the thumb the next item; while paused, going on. */
export const ConsoleFoot = observer(function ConsoleFoot(props: ConsoleFootProps) {
  const { session, goods, state, onTap } = props;
  const { liveSessions } = useStores();
  const words = useMerchantText().merchantConsole;
  const take = useStep(session);
  const isBusy = liveSessions.isBusy(session.id);
  const count = session.teasers.length;
  const next = nextPlace(goods?.place ?? null, count);
  const restart = goods === null ? words.first : words.again;
  return (
    <View className="console__foot">
      {state === 'live' && (
        <View
          className="console__pause"
          role="button"
          ariaLabel={words.pause}
          hoverClass="console--pressed"
          onClick={() => !isBusy && void take('pause')}
        >
          <View className="console__pause-sign" />
        </View>
      )}
      <View className={count > 0 || state === 'paused' ? 'console__end' : 'console__main'}>
        <Button isBusy={isBusy} onTap={() => void take('end')}>
          {words.end}
        </Button>
      </View>
      {state === 'paused' && (
        <View className="console__main">
          <Button kind="primary" isBusy={isBusy} onTap={() => void take('resume')}>
            {words.resume}
          </Button>
        </View>
      )}
      {state === 'live' && count > 0 && (
        <View className="console__main">
          <Button kind="primary" onTap={() => onTap({ kind: 'goods', value: next, of: null })}>
            {next === 0 ? restart : words.nextGoods}
          </Button>
        </View>
      )}
    </View>
  );
});
