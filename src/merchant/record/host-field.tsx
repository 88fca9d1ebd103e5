import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import type { OwnShop } from '../../contract/shop';
import type { SessionHost } from '../../domain/live-session/hosts';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { activeHosts } from '../shared/choices';
import { HostChoiceSheet } from '../shared/host-choice-sheet';

/** Props of {@link HostField}. */
export interface HostFieldProps {
  shop: OwnShop;
  draft: SalesDraft;
}

/** Chips in sight; the other hosts of a store are in a list behind the last one. */
const MAX_CHIPS = 5;
/** The value of the chip that opens the list. */
const OTHERS = '';

/** Hosts to offer as chips: those of the session, else the store's first ones. */
function useOffered(shop: OwnShop, draft: SalesDraft): readonly SessionHost[] {
  const { liveSessions, shops } = useStores();
  const { target } = draft.fields;
  const session = target.of === 'session' ? liveSessions.known(target.sessionId) : null;
  const hosts = session?.hosts ?? [];
  if (hosts.length > 0) return hosts;
  return activeHosts(shops.hosts(shop.id)).slice(0, MAX_CHIPS);
}

/** Who sold it. Not asked where it can be only one. */
export const HostField = observer(function HostField({ shop, draft }: HostFieldProps) {
  const { shops } = useStores();
  const t = useMerchantText();
  const words = t.merchantMoney.record;
  const [isListed, setListed] = useState(false);
  const hosts = shops.hosts(shop.id);
  const offered = useOffered(shop, draft);
  const [only] = hosts;
  const { target } = draft.fields;
  const { hostId = null } = target;
  const value = hostId ?? (offered.length === 1 && target.of === 'session' ? offered[0]?.id : null);
  if (only === undefined || (hosts.length === 1 && value === only.id)) return null;
  const chosen = hosts.filter(({ id }) => id === value && offered.every((host) => host.id !== id));
  const chips = [...offered, ...chosen].map(({ id, name }) => ({ value: id, label: name }));
  const rest = hosts.length > chips.length ? [{ value: OTHERS, label: words.otherHost }] : [];
  const choose = (id: string): void => {
    setListed(false);
    draft.set({ target: { hostId: id } });
  };
  return (
    <Card>
      <ChoiceField
        label={words.soldBy}
        options={[...chips, ...rest]}
        value={value ?? null}
        onChange={(choice) => (choice === OTHERS ? setListed(true) : choose(choice))}
        issue={wordIssue(draft.issueAt('target.hostId'), t)}
      />
      {isListed && (
        <HostChoiceSheet
          title={words.soldBy}
          hosts={hosts}
          onChoose={choose}
          onClose={() => setListed(false)}
        />
      )}
    </Card>
  );
});
