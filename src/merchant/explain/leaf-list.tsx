import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import type { Account } from '../../contract/shop';
import type { RuleSet } from '../../domain/incentive';
import type { Leaf } from '../../stores';
import { useStores } from '../../stores-context';
import { EntryRow } from '../shared/entry-row';
import { EntrySheet } from '../shared/entry-sheet';
import { FactRow } from './statement-rows';

/** Props of {@link LeafList}. */
export interface LeafListProps {
  shop: { id: string; accounts: readonly Account[] };
  items: readonly Leaf[];
  ruleSet: RuleSet;
  /** An entry's sheet was closed: it may have been undone there. */
  onEntryClosed: () => void;
}

/** The leaves themselves, each with its basis; an entry opens with its source. */
export const LeafList = observer(function LeafList(props: LeafListProps) {
  const { shop, items, ruleSet, onEntryClosed } = props;
  const { ui } = useStores();
  const [opened, setOpened] = useState<Extract<Leaf, { of: 'entries' }>['item'] | null>(null);
  return (
    <>
      {items.map((leaf) => {
        if (leaf.of === 'entries') {
          const { item } = leaf;
          const about = [item.sessionTitle, item.source].filter((part) => part !== null);
          return (
            <EntryRow
              key={item.id}
              entry={item}
              now={ui.now}
              about={about.length === 0 ? null : about.join(' · ')}
              onTap={() => setOpened(item)}
            />
          );
        }
        return leaf.of === 'facts' ? (
          <FactRow key={leaf.item.id} fact={leaf.item} ruleSet={ruleSet} />
        ) : null;
      })}
      {opened && (
        <EntrySheet
          shopId={shop.id}
          entry={opened}
          onClose={() => {
            setOpened(null);
            onEntryClosed();
          }}
        />
      )}
    </>
  );
});
