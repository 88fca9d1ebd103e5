import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { PublicSessionRow } from '../../components/public-session-row';
import { Row } from '../../components/row';
import type { FollowedShop } from '../../contract/follow';
import { useReader, useText, wordInstant } from '../../i18n';
import { useFollowsText } from '../../i18n/follows';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useFollowing } from '../shared/use-following';

/** Props of {@link FollowRow}. */
export interface FollowRowProps {
  item: FollowedShop;
  /** Nothing is on air or to come. */
  isQuiet: boolean;
  onChanged: () => void;
}

/** A followed store: its session that is on air or next, or the store alone. */
export const FollowRow = observer(function FollowRow({ item, isQuiet, onChanged }: FollowRowProps) {
  const { ui } = useStores();
  const t = useText();
  const { shopId, shop, session } = item;
  if (shop === null) return <HiddenRow item={item} onChanged={onChanged} />;
  if (session === null || isQuiet) {
    const platforms = shop.platforms.map((platform) => t.common.platform[platform]).join(' · ');
    return (
      <Row
        title={shop.name}
        note={shop.intro || platforms}
        onTap={() => ui.open(PATHS.shop.url({ id: shopId }))}
      />
    );
  }
  return (
    <PublicSessionRow
      session={session}
      now={ui.now}
      isShopShown
      onTap={() => ui.open(PATHS.publicSession.url({ id: session.id }))}
    />
  );
});

/** A store whose pages are not shown: nothing of it but when it was followed, and the way out. */
const HiddenRow = observer(function HiddenRow({
  item: { shopId, since },
  onChanged,
}: Omit<FollowRowProps, 'isQuiet'>) {
  const { ui } = useStores();
  const words = useFollowsText();
  const reader = useReader();
  const { isBusy, follow } = useFollowing(shopId);
  const handleTap = async (): Promise<void> => {
    if (await follow(false)) onChanged();
  };
  return (
    <Row
      title={words.hidden}
      note={words.hiddenNote(wordInstant(since, ui.now, reader))}
      value={
        <Button size="small" isBusy={isBusy} onTap={() => void handleTap()}>
          {words.unfollow}
        </Button>
      }
    />
  );
});
