import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { Row } from '../../components/row';
import { LANGS } from '../../domain/lang';
import { useText } from '../../i18n';
import { useTabTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useCopyNote } from '../shared/copy-note';
import { ShopCard } from './shop-card';

/** Me: language, my stores and roles, what is stored about me. */
export default observer(function MePage() {
  const { ui, shops } = useStores();
  const t = useText();
  useTabTitle(t.common.tabs.me);
  useDidShow(() => {
    ui.tick();
    if (ui.isIdentified) void shops.loadMine();
  });
  const note = useCopyNote(shops.mine);
  const openPrivacy = async () => {
    if (!(await ui.openPrivacyGuide())) ui.toast(t.me.privacyHere);
  };
  return (
    <PageFrame offlineMessage={note}>
      <MyShops />
      <Card>
        <ChoiceField
          label={t.me.language}
          options={LANGS.map((value) => ({ value, label: t.me.languages[value] }))}
          value={ui.lang}
          onChange={(lang) => ui.setLang(lang)}
        />
      </Card>
      {ui.isIdentified && (
        <Card>
          <Row
            title={t.me.follows}
            note={t.me.followsNote}
            onTap={() => ui.open(PATHS.follows.url())}
          />
          <Row
            title={t.me.asHost}
            note={t.me.asHostNote}
            onTap={() => ui.open(PATHS.ownSums.url())}
          />
        </Card>
      )}
      {shops.isVerifier && (
        <Card>
          <Row title={t.me.desk} onTap={() => ui.open(PATHS.reviews.url())} />
        </Card>
      )}
      <Card title={t.me.about}>
        <Row title={t.me.stored} onTap={() => ui.open(PATHS.stored.url())} />
        <Row title={t.me.privacy} onTap={() => void openPrivacy()} />
        <Row title={t.me.version} value={ui.version} />
      </Card>
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});

const MyShops = observer(function MyShops() {
  const { ui, shops } = useStores();
  const t = useText();
  const { mine } = shops;
  if (!ui.isIdentified || mine.error?.code === 'not_identified') {
    return (
      <Card>
        <EmptyState isInline title={t.me.nobody} note={t.me.nobodyNote} />
      </Card>
    );
  }
  const register = () => ui.open(PATHS.register.url());
  const noShop = {
    title: t.me.noShop,
    note: t.me.noShopNote,
    action: { label: t.me.register, onTap: register },
    isInline: true,
  };
  return (
    <Reading
      reading={mine}
      rows={1}
      onRetry={() => void shops.loadMine()}
      empty={() => (shops.all.length === 0 ? noShop : null)}
    >
      {() => (
        <>
          {shops.all.map((shop) => (
            <ShopCard key={shop.id} shop={shop} />
          ))}
          <Card>
            <Row title={t.me.registerAnother} note={t.me.registerNote} onTap={register} />
          </Card>
        </>
      )}
    </Reading>
  );
});
