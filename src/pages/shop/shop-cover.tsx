import { View } from '@tarojs/components';

import { initialOf } from '../../domain/cover/cover';
import { useLang, useText, wordChinaDay } from '../../i18n';
import { usePublicText } from '../../i18n/public';
import { CoverPicture } from '../shared/cover-picture';
import './shop-cover.css';

/** Props of {@link ShopCover}. */
export interface ShopCoverProps {
  id: string;
  name: string;
  intro: string;
  verification: { readonly state: 'unverified' | 'verified'; readonly on: string | null };
  now: string;
}

/** A store's head: its pattern and logo, as on its card in a chat, and who it is. */
export function ShopCover({ id, name, intro, verification, now }: ShopCoverProps) {
  const lang = useLang();
  const { common } = useText();
  const publicPages = usePublicText();
  const isVerified = verification.state === 'verified';
  return (
    <View className="hl-cover">
      <CoverPicture
        className="hl-cover__banner"
        cover={{ id, width: 750, height: 300, letter: '' }}
      />
      <View className="hl-cover__logo">
        <CoverPicture
          className="hl-cover__sign"
          cover={{ id, width: 152, height: 152, letter: initialOf(name) }}
        />
      </View>
      <View className="hl-cover__about">
        <View className="hl-cover__name">{name}</View>
        <View className={isVerified ? 'hl-cover__mark hl-cover__mark--verified' : 'hl-cover__mark'}>
          {isVerified ? '✓ ' : '? '}
          {common.verification[verification.state]}
          {isVerified && verification.on !== null && (
            <View className="hl-cover__on">
              {publicPages.verifiedOn(wordChinaDay(verification.on, now, lang))}
            </View>
          )}
        </View>
        {intro !== '' && <View className="hl-cover__intro">{intro}</View>}
        {!isVerified && <View className="hl-cover__note">{publicPages.unverifiedNote}</View>}
      </View>
    </View>
  );
}
