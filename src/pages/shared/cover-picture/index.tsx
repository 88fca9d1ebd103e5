import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { paletteOf } from '../../../domain/cover/cover';
import type { CoverSubject } from '../../../domain/drawing/commands';
import { useStores } from '../../../stores-context';
import './index.css';

/** Props of {@link CoverPicture}. */
export interface CoverPictureProps {
  /** What it is of, and its size in px: twice that on the screen. */
  cover: CoverSubject;
  /** Sets its place and size. */
  className: string;
}

/**
 * The picture of a store or a session without one of its own: a decoration, so that it has no words.
 * The page needs a `ShareCanvas`; until it is drawn, the ground of its pattern stands there.
 */
export const CoverPicture = observer(function CoverPicture(props: CoverPictureProps) {
  const { cover, className } = props;
  const { share } = useStores();
  const picture = share.coverPicture(cover);
  // The drawing decides whether a cover is new; its object is new at each render.
  const content = JSON.stringify(cover);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `content` stands for the cover
  useEffect(() => void share.drawCover(cover), [share, content]);
  return (
    <View className={`hl-picture ${className}`} style={{ background: paletteOf(cover.id).ground }}>
      {picture !== null && <Image className="hl-picture__drawn" mode="aspectFill" src={picture} />}
    </View>
  );
});
