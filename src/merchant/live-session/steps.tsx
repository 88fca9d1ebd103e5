import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { canTake, type LiveSessionState } from '../../domain/live-session/live-session';
import { isRunning } from '../../domain/live-session/public-phase';
import { can } from '../../domain/shop/capabilities';
import { minutesBetween } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { EarlierSheet } from './earlier-sheet';
import { UndoSeries } from './undo-series';
import { useStep } from '../shared/use-step';

/** Minutes on air from which the end may have been forgotten. */
const FORGOTTEN_MINUTES = 30;

/** Props of {@link Steps}. */
export interface StepsProps {
  shop: OwnShop;
  session: LiveSession;
  /** As it is by now. */
  state: LiveSessionState;
}

/** Steps besides the big ones: mending a forgotten tap, changing the plan, calling it off, again. */
export const Steps = observer(function Steps({ shop, session, state }: StepsProps) {
  const { ui } = useStores();
  const words = useMerchantText().merchantSession.session;
  const take = useStep(session);
  const [open, setOpen] = useState<'goLive' | 'end' | null>(null);
  const isForgotten = isRunning({ state }) && ui.now > session.endAt;
  const startedAt = session.startedAt ?? session.startAt;
  const isLong = minutesBetween(startedAt, ui.now) >= FORGOTTEN_MINUTES;
  const note =
    state === 'unconfirmed' ? words.unconfirmedNote : isForgotten ? words.forgottenNote : null;
  const canPlan = can(shop.role, 'session.plan');
  const canRun = can(shop.role, 'session.run');
  const forgotten = canTake('goLive', state)
    ? {
        step: 'goLive' as const,
        label: words.startedEarlier,
        isDue: canRun && ui.now > session.startAt,
      }
    : {
        step: 'end' as const,
        label: words.endedEarlier,
        isDue: canRun && canTake('end', state) && isLong,
      };
  const canEdit = canPlan && canTake('edit', state);
  if (note === null && !forgotten.isDue && !canEdit) return null;
  return (
    <Card>
      {note !== null && <View className="session__note">{note}</View>}
      <View className="session__steps">
        {forgotten.isDue && (
          <Button kind="quiet" size="small" onTap={() => setOpen(forgotten.step)}>
            {forgotten.label}
          </Button>
        )}
        {canEdit && (
          <Button
            kind="quiet"
            size="small"
            onTap={() => ui.open(PATHS.plan.url({ shopId: shop.id, sessionId: session.id }))}
          >
            {words.step.edit}
          </Button>
        )}
        {canPlan && state === 'scheduled' && (
          <Button kind="quiet" size="small" onTap={() => void take('cancel')}>
            {words.step.cancel}
          </Button>
        )}
        {canPlan && <UndoSeries session={session} />}
      </View>
      {open !== null && (
        <EarlierSheet session={session} step={open} onClose={() => setOpen(null)} />
      )}
    </Card>
  );
});
