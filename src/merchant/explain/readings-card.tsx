import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import type { OwnShop } from '../../contract/shop';
import type { ReadingExplanation } from '../../domain/incentive';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { ProgressSubject } from '../../stores';
import { useStores } from '../../stores-context';
import { ReadingRow } from './statement-rows';

/** Props of {@link ReadingsCard}. */
export interface ReadingsCardProps {
  shop: OwnShop;
  subject: ProgressSubject;
  readings: readonly ReadingExplanation[];
}

/** Every account's reading, and which one is the figure. */
export const ReadingsCard = observer(function ReadingsCard(props: ReadingsCardProps) {
  const { shop, subject, readings } = props;
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantMoney.explain;
  const open = () =>
    ui.open(PATHS.applicant.url({ shopId: shop.id, hostId: subject.hostId, year: subject.year }));
  const action = { label: words.openApplicant, onTap: open };
  return (
    <Card title={t.merchantRules.explain.readings} {...(readings.length > 0 ? { action } : {})}>
      {readings.length === 0 && (
        <EmptyState isInline title={words.empty} note={words.emptyNote.followers} action={action} />
      )}
      {readings.map((reading) => (
        <ReadingRow key={reading.accountId} reading={reading} accounts={shop.accounts} />
      ))}
    </Card>
  );
});
