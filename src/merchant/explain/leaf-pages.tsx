import { observer } from 'mobx-react-lite';

import { PagedFoot } from '../../components/paged-foot';
import type { OwnShop } from '../../contract/shop';
import type { RuleSet } from '../../domain/incentive';
import { useMerchantText } from '../../i18n/merchant';
import type { ExplainSubject } from '../../stores';
import { useStores } from '../../stores-context';
import { LeafList } from './leaf-list';

/** Props of {@link LeafPages}. */
export interface LeafPagesProps {
  shop: OwnShop;
  subject: ExplainSubject;
  ruleSet: RuleSet;
}

/** What a figure comes from, as far as it is read, with the way to the next page. */
export const LeafPages = observer(function LeafPages({ shop, subject, ruleSet }: LeafPagesProps) {
  const { incentives } = useStores();
  const t = useMerchantText();
  const list = incentives.explanation(subject);
  const readFirst = () => void incentives.loadExplanation(subject);
  return (
    <>
      <LeafList shop={shop} items={list.items} ruleSet={ruleSet} onEntryClosed={readFirst} />
      <PagedFoot
        list={list}
        more={t.merchantMoney.ledger.more}
        onFirst={readFirst}
        onMore={() => void incentives.loadMoreExplanation(subject)}
      />
    </>
  );
});
