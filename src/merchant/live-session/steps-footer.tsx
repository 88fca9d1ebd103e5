import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import type { LiveSessionState } from '../../domain/live-session/live-session';
import { can } from '../../domain/shop/capabilities';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import type { PlainStep } from '../../stores/step-store';
import { useStep } from './use-step';

/** Props of {@link StepsFooter}. */
export interface StepsFooterProps {
  shop: OwnShop;
  session: LiveSession;
  /** As it is by now. */
  state: LiveSessionState;
}

/** What the foot of the page offers in each state: the green one last, under the thumb. */
const OFFERED: Record<LiveSessionState, readonly (PlainStep | 'record')[]> = {
  scheduled: ['goLive'],
  unconfirmed: ['record', 'goLive'],
  live: ['pause', 'end', 'record'],
  paused: ['end', 'resume'],
  ended: ['record'],
  cancelled: [],
};

/** What of it a person's role includes. */
export function stepsOffered({ role }: OwnShop, state: LiveSessionState) {
  return OFFERED[state].filter((step) =>
    can(role, step === 'record' ? 'sales.write' : 'session.run'),
  );
}

/** One tap each: going live, pausing and ending ask nothing back. */
export const StepsFooter = observer(function StepsFooter({
  shop,
  session,
  state,
}: StepsFooterProps) {
  const { ui, liveSessions } = useStores();
  const words = useMerchantText().merchantSession.session;
  const take = useStep(session);
  const offered = stepsOffered(shop, state);
  const isBusy = liveSessions.isBusy(session.id);
  const record = () => ui.open(PATHS.record.url({ shopId: shop.id, sessionId: session.id }));
  return (
    <View className="session__foot">
      {offered.map((step, index) => (
        <View key={step} className="session__foot-part">
          <Button
            kind={index === offered.length - 1 ? 'primary' : 'plain'}
            isBusy={isBusy}
            onTap={step === 'record' ? record : () => void take(step)}
          >
            {step === 'record' ? words.record : words.step[step]}
          </Button>
        </View>
      ))}
    </View>
  );
});
