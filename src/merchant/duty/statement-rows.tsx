import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { Duty } from '../../contract/duty';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useMarkWords } from '../shared/duty-words';

/** What is on record of a session, for a person who may only read it. */
export const StatementRows = observer(function StatementRows({ duty }: { duty: Duty }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantDuty.page;
  const { mark } = useMarkWords();
  const { identity, licence, seller, confirmed, uncheckedHosts, isAiPresenter } = duty;
  const names = (hosts: readonly { name: string }[]) =>
    hosts.map(({ name }) => name).join(t.incentive.listSeparator);
  const sellerLines = [seller?.name, seller?.creditCode, seller?.permitNo].filter(Boolean);
  return (
    <Card>
      <Row
        title={words.identity(identity === null ? '' : names(identity.hosts))}
        note={
          identity !== null && uncheckedHosts.length > 0
            ? words.uncovered(names(uncheckedHosts))
            : null
        }
        value={identity === null ? words.notChecked : mark(identity.mark, ui.now)}
      />
      <Row
        title={words.licence}
        value={licence === null ? words.notChecked : mark(licence, ui.now)}
      />
      <Row
        title={words.seller}
        note={confirmed === null ? null : words.confirmed(mark(confirmed, ui.now))}
        value={
          confirmed === null
            ? t.common.state.notSaid
            : seller === null
              ? words.sellerStore
              : sellerLines.join(' · ')
        }
      />
      <Row title={words.ai} value={isAiPresenter ? t.common.state.yes : t.common.state.no} />
    </Card>
  );
});
