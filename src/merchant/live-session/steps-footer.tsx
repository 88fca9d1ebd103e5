import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import type { LiveSessionState } from '../../domain/live-session/live-session';
import { can, type Capability } from '../../domain/shop/capabilities';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import type { PlainStep } from '../../stores/step-store';
import { canShare, ShareButton } from './share-card-row';
import { useStep } from '../shared/use-step';

/** Props of {@link StepsFooter}. */
export interface StepsFooterProps {
  shop: OwnShop;
  session: LiveSession;
  /** As it is by now. */
  state: LiveSessionState;
}

type FootAction = PlainStep | 'record' | 'again' | 'share';

/** What the foot of the page offers in each state: the green one last, under the thumb. */
const OFFERED: Record<LiveSessionState, readonly FootAction[]> = {
  scheduled: ['share', 'goLive'],
  unconfirmed: ['cancel', 'record', 'goLive'],
  live: ['share', 'record'],
  paused: ['share', 'record'],
  ended: ['again', 'record'],
  cancelled: ['again'],
};

/** What a role must include for a step of the foot; sharing is everyone's. */
const NEEDED = {
  record: 'sales.write',
  again: 'session.plan',
  cancel: 'session.plan',
} as const satisfies Partial<Record<FootAction, Capability>>;

function mayTake({ role }: OwnShop, action: FootAction): boolean {
  if (action === 'share') return true;
  return can(role, action in NEEDED ? NEEDED[action as keyof typeof NEEDED] : 'session.run');
}

/** What the foot offers to a person of the store. */
export function stepsOffered(shop: OwnShop, state: LiveSessionState): FootAction[] {
  return OFFERED[state].filter(
    (action) => mayTake(shop, action) && (action !== 'share' || canShare(shop)),
  );
}

/** One tap each: nothing asks back unless the tap is odd. */
export const StepsFooter = observer(function StepsFooter({
  shop,
  session,
  state,
}: StepsFooterProps) {
  const { ui, liveSessions } = useStores();
  const words = useMerchantText().merchantSession.session;
  const take = useStep(session);
  const isBusy = liveSessions.isBusy(session.id);
  const ids = { shopId: shop.id, sessionId: session.id };
  const offered = stepsOffered(shop, state);
  // Whether it took place is an open question: its answers are equal.
  const hasMain = state !== 'unconfirmed' && state !== 'cancelled';
  const handlers = {
    record: () => ui.open(PATHS.record.url(ids)),
    again: () => ui.open(PATHS.plan.url({ shopId: shop.id, againId: session.id })),
  };
  return (
    <View className="session__foot">
      {offered.map((action, index) => (
        <View key={action} className="session__foot-part">
          {action === 'share' ? (
            <ShareButton session={session} />
          ) : (
            <Button
              kind={hasMain && index === offered.length - 1 ? 'primary' : 'plain'}
              isBusy={isBusy}
              onTap={
                action === 'record' || action === 'again'
                  ? handlers[action]
                  : () => void take(action)
              }
            >
              {action === 'record' || action === 'again' ? words[action] : words.step[action]}
            </Button>
          )}
        </View>
      ))}
    </View>
  );
});
