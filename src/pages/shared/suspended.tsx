import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { Row } from '../../components/row';
import { StatusMark } from '../../components/status-mark';
import { useReader, wordInstant } from '../../i18n';
import { usePublicText } from '../../i18n/public';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import './suspended.css';

/** A page of a store that the operator does not show for now: said plainly, with nothing of the store. */
export const Suspended = observer(function Suspended({ since }: { since: string }) {
  const { ui } = useStores();
  const words = usePublicText().suspended;
  const reader = useReader();
  return (
    <PageFrame>
      <View className="suspended">
        <StatusMark shape="over" label={words.title} />
        <View className="suspended__text">{words.since(wordInstant(since, ui.now, reader))}</View>
        <View className="suspended__note">{words.note}</View>
      </View>
      <Card>
        <Row title={words.owner} onTap={() => ui.open(PATHS.me.url())} />
        <Row title={words.others} onTap={() => ui.open(PATHS.home.url())} />
      </Card>
    </PageFrame>
  );
});
