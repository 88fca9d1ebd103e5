import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import type { Account } from '../../contract/shop';
import type { FollowerReading, RuleSet } from '../../domain/incentive';
import type { Leaf } from '../../stores';
import { useStores } from '../../stores-context';
import { EntryRow } from '../shared/entry-row';
import { EntrySheet } from '../shared/entry-sheet';
import { FactRow, ReadingRow } from './statement-rows';

/** Props of {@link LeafList}. */
export interface LeafListProps {
  shop: { id: string; accounts: readonly Account[] };
  items: readonly Leaf[];
  /** Every account's reading, unread accounts included; drawn instead of the leaves that are readings. */
  followers: readonly FollowerReading[] | null;
  ruleSet: RuleSet;
  /** An entry's sheet was closed: it may have been undone there. */
  onEntryClosed: () => void;
}

/** The leaves themselves, each with its basis; an entry opens with its source. */
export const LeafList = observer(function LeafList(props: LeafListProps) {
  const { shop, items, followers, ruleSet, onEntryClosed } = props;
  const { ui } = useStores();
  const [opened, setOpened] = useState<Extract<Leaf, { of: 'entries' }>['item'] | null>(null);
  if (followers !== null) {
    const used = usedReading(followers, ruleSet);
    return (
      <>
        {followers.map((reading) => (
          <ReadingRow
            key={reading.accountId}
            reading={reading}
            accounts={shop.accounts}
            isUsed={reading === used}
          />
        ))}
      </>
    );
  }
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

/** The one held against the condition: the largest of those on platforms the rule names. */
const usedReading = (
  followers: readonly FollowerReading[],
  { followersRule }: RuleSet,
): FollowerReading | null =>
  followers
    .filter(({ count, platform }) => count !== null && followersRule.platforms.includes(platform))
    .reduce<FollowerReading | null>(
      (largest, one) => ((one.count ?? 0) > (largest?.count ?? -1) ? one : largest),
      null,
    );
