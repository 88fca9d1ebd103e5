import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { LoadingState } from '../../components/loading-state';
import { Row } from '../../components/row';
import type { OwnShop } from '../../contract/shop';
import type { MetricId, RuleSet } from '../../domain/incentive';
import { useText, wordError } from '../../i18n';
import type { ExplainSubject, Leaf } from '../../stores';
import { useStores } from '../../stores-context';
import { EntryRow } from '../shared/entry-row';
import { EntrySheet } from '../shared/entry-sheet';
import { FactRow, ReadingRow } from './statement-rows';

/** Props of {@link LeavesCard}. */
export interface LeavesCardProps {
  shop: OwnShop;
  of: ExplainSubject;
  metric: MetricId;
  ruleSet: RuleSet;
}

/** Every entry, reading or statement behind the value, each with its basis and source, by page. */
export const LeavesCard = observer(function LeavesCard(props: LeavesCardProps) {
  const { shop, of, metric, ruleSet } = props;
  const { ui, incentives } = useStores();
  const t = useText();
  const words = t.merchantMoney.explain;
  const [opened, setOpened] = useState<Extract<Leaf, { of: 'entries' }>['item'] | null>(null);
  const { items, status, error, cursor } = incentives.explanation(of);
  const isMoney = metric === 'net_sales';
  const title = isMoney ? words.entries : metric === 'followers' ? words.readings : words.facts;
  const host = of.hostId === null ? '' : `&hostId=${of.hostId}`;
  const step = isMoney
    ? { label: words.record, onTap: () => ui.open(`/merchant/record/index?shopId=${shop.id}`) }
    : {
        label: words.openApplicant,
        onTap: () => ui.open(`/merchant/applicant/index?shopId=${shop.id}${host}`),
      };
  return (
    <Card title={title} {...(items.length > 0 ? { action: step } : {})}>
      {items.length === 0 && error && (
        <Row
          title={wordError(error, t)}
          value={t.common.action.retry}
          onTap={() => void incentives.loadExplanation(of)}
        />
      )}
      {items.length === 0 && !error && status === 'loading' && (
        <LoadingState label={t.common.state.loading} />
      )}
      {items.length === 0 && !error && status === 'ready' && (
        <EmptyState isInline title={words.empty} note={words.emptyNote} action={step} />
      )}
      {items.map((leaf) => {
        switch (leaf.of) {
          case 'entries':
            return (
              <EntryRow
                key={leaf.item.id}
                entry={leaf.item}
                now={ui.now}
                about={leaf.item.sessionTitle}
                onTap={() => setOpened(leaf.item)}
              />
            );
          case 'readings':
            return (
              <ReadingRow
                key={`${leaf.item.accountId} ${leaf.item.readOn}`}
                reading={leaf.item}
                accounts={shop.accounts}
              />
            );
          case 'facts':
            return <FactRow key={leaf.item.id} fact={leaf.item} ruleSet={ruleSet} />;
        }
      })}
      {cursor !== null && (
        <Row
          title={status === 'loading' ? t.common.state.loading : t.merchantMoney.ledger.more}
          onTap={() => void incentives.loadMoreExplanation(of)}
        />
      )}
      {opened && (
        <EntrySheet
          shopId={shop.id}
          entry={opened}
          onClose={() => {
            setOpened(null);
            // An undone entry no longer stands behind the value.
            void incentives.loadExplanation(of);
          }}
        />
      )}
    </Card>
  );
});
