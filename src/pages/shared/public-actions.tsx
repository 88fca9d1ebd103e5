import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { usePublicText } from '../../i18n/public';
import { useStores } from '../../stores-context';
import { useFollowing } from './use-following';
import './public-actions.css';

/** Props of {@link PublicActions}. */
export interface PublicActionsProps {
  shopId: string;
  /** The store or the session whose page it is. */
  pageId: string;
  /** null without an identified viewer, who alone can follow. */
  isFollowing: boolean | null;
  /** Where the session on air can be watched; null where no jump leads there. */
  watch?: { finderUserName: string; accountName: string } | null;
  onShare: () => void;
}

/**
 * What a viewer can do on a public page: watch, or else follow the store, is the green one; sharing
 * stands beside it. The single page of Moments can do none of it, and draws nothing.
 */
export const PublicActions = observer(function PublicActions(props: PublicActionsProps) {
  const { shopId, pageId, isFollowing, watch = null, onShare } = props;
  const { ui, share } = useStores();
  const t = usePublicText();
  if (!ui.isIdentified && !share.canPost) return null;
  const isAlone = isFollowing === null && watch === null;
  const post = (
    <Button kind={isAlone ? 'primary' : 'plain'} openType="share" onTap={onShare}>
      {isAlone ? t.share : t.shareShort}
    </Button>
  );
  if (isAlone) return post;
  return (
    <View className="public-actions">
      <View className="public-actions__side">{post}</View>
      {isFollowing !== null && (
        <View className={`public-actions__${watch === null ? 'main' : 'side'}`}>
          <FollowButton
            shopId={shopId}
            pageId={pageId}
            isFollowing={isFollowing}
            isMain={watch === null}
          />
        </View>
      )}
      {watch !== null && (
        <View className="public-actions__main">
          <Button kind="primary" onTap={() => void ui.openChannels(watch, t.channelsFailed)}>
            {t.watch}
          </Button>
        </View>
      )}
    </View>
  );
});

interface FollowButtonProps {
  shopId: string;
  pageId: string;
  isFollowing: boolean;
  isMain: boolean;
}

/** Follows the store, or takes it back: quiet once it is followed. */
const FollowButton = observer(function FollowButton(props: FollowButtonProps) {
  const { shopId, pageId, isFollowing, isMain } = props;
  const { ui, discover } = useStores();
  const publicPages = usePublicText();
  const { isBusy, follow } = useFollowing(shopId);
  const handleTap = async (): Promise<void> => {
    if (!(await follow(!isFollowing))) return;
    if (!isFollowing) discover.count(pageId, 'follow');
    ui.toast(isFollowing ? publicPages.unfollowed : publicPages.followed);
  };
  return (
    <Button
      kind={isMain && !isFollowing ? 'primary' : 'plain'}
      isBusy={isBusy}
      onTap={() => void handleTap()}
    >
      {isFollowing ? publicPages.following : publicPages.follow}
    </Button>
  );
});
