import { View } from '@tarojs/components';

import { coverColorOf } from '../../domain/share-card/plain-picture';
import { useLang, useText, wordChinaDay } from '../../i18n';
import { usePublicText } from '../../i18n/public';
import './index.css';

/** Props of {@link ShopCover}. */
export interface ShopCoverProps {
  name: string;
  intro: string;
  verification: { readonly state: 'unverified' | 'verified'; readonly on: string | null };
  now: string;
}

/** A store's name on its own colour, the same as on its card in a chat. */
export function ShopCover({ name, intro, verification, now }: ShopCoverProps) {
  const lang = useLang();
  const { common } = useText();
  const publicPages = usePublicText();
  const isVerified = verification.state === 'verified';
  return (
    <View className="hl-cover">
      <View className="hl-cover__name" style={{ background: coverColorOf(name) }}>
        {name}
      </View>
      <View className="hl-cover__about">
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
