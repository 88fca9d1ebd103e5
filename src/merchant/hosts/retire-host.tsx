import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import type { Host } from '../../contract/shop';
import { isSelfHostId } from '../../domain/shop/ids';
import { useReader, wordError, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { OutputOf } from '../../contract/endpoints';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useHosts } from '../shared/merchant-stores';

/** Props of {@link RetireHost}. */
export interface RetireHostProps {
  host: Host;
  onDone: () => void;
}

type Plans = OutputOf<'host.plans'>;

/** Notes that a host has left, after saying what is planned with them; or that they are back. */
export const RetireHost = observer(function RetireHost({ host, onDone }: RetireHostProps) {
  const { ui } = useStores();
  const hosts = useHosts();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantHosts.people;
  const [plans, setPlans] = useState<Plans | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (isRetired: boolean) => {
    setBusy(true);
    setPlans(null);
    const result = await hosts.retire(host, isRetired);
    setBusy(false);
    ui.toast(result.ok ? (isRetired ? words.retired : words.isBack) : wordError(result.error, t));
    if (result.ok) onDone();
  };
  const handleAsk = async () => {
    setBusy(true);
    const result = await hosts.plans(host.id);
    setBusy(false);
    if (result.ok) setPlans(result.data);
    else ui.toast(wordError(result.error, t));
  };
  const plannedWords = ({ plans: planned, hasMore }: Plans): string => {
    const [first] = planned;
    if (first === undefined) return '';
    const count = hasMore ? words.atLeast(planned.length) : String(planned.length);
    return words.retirePlans(count, wordInstant(first.startAt, ui.now, reader));
  };
  if (isSelfHostId(host.id)) return null;
  if (host.isRetired) {
    return (
      <Button isBusy={isBusy} onTap={() => void send(false)}>
        {words.back}
      </Button>
    );
  }
  return (
    <>
      <Button kind="quiet" isBusy={isBusy} onTap={() => void handleAsk()}>
        {words.retire}
      </Button>
      {plans !== null && (
        <ConfirmSheet
          isOpen
          title={words.retireTitle}
          text={[plannedWords(plans), words.retireText].filter(Boolean).join('\n')}
          confirm={words.retireYes}
          cancel={words.retireNo}
          kind="danger"
          onConfirm={() => void send(true)}
          onClose={() => setPlans(null)}
        />
      )}
    </>
  );
});
