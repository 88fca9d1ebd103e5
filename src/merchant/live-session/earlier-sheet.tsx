import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import type { LiveSession } from '../../contract/live-session';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useSteps } from '../shared/merchant-stores';
import { EarlierFields, useEarlier } from '../shared/earlier-fields';
import { useStep } from '../shared/use-step';

/** Props of {@link EarlierSheet}. */
export interface EarlierSheetProps {
  session: LiveSession;
  step: 'goLive' | 'end';
  onClose: () => void;
}

/** When the session really started or ended, for a tap that was forgotten. */
export const EarlierSheet = observer(function EarlierSheet(props: EarlierSheetProps) {
  const { session, step, onClose } = props;
  const { liveSessions } = useStores();
  const steps = useSteps();
  const t = useMerchantText();
  const words = t.merchantSession.session;
  const take = useStep(session);
  const earlier = useEarlier(session, step);
  const handleConfirm = async () => {
    // A person who chose the time of an end has answered whether it was long ago.
    const isTaken = await take(step, earlier.at, step === 'end' ? ['late_end'] : []);
    // A question about it has a sheet of its own.
    if (isTaken || steps.question !== null) onClose();
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      closeLabel={t.common.action.close}
      title={words.earlierTitle[step]}
    >
      <EarlierFields session={session} earlier={earlier} />
      <Button
        kind="primary"
        isDisabled={earlier.issue !== null}
        isBusy={liveSessions.isBusy(session.id)}
        onTap={() => void handleConfirm()}
      >
        {words.earlierConfirm[step]}
      </Button>
    </Sheet>
  );
});
