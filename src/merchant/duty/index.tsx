import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { Row } from '../../components/row';
import { useSessionTime } from '../../components/session-words';
import type { Duty } from '../../contract/duty';
import { shopIdOf } from '../../domain/shop/ids';
import { useReader, wordChinaDay, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import type { SessionDuty } from '../../stores';
import { useStores } from '../../stores-context';
import { useMarkWords } from '../shared/duty-words';
import { useDuty } from '../shared/merchant-stores';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { CorrectionsCard } from './corrections-card';
import { ListCard } from './list-card';
import { SourcesSheet } from './sources-sheet';
import { StatementForm } from './statement-form';
import { StatementRows } from './statement-rows';
import './index.css';

/** The record of a session: what was checked and stated, corrections on air, the checklist. */
export default observer(function DutyPage() {
  const sessionId = usePageQuery(PATHS.duty).id ?? '';
  const store = useDuty();
  usePageTitle(useMerchantText().merchantDuty.page.title);
  const load = () => void store.load(sessionId);
  useDidShow(load);
  return (
    <ShopPage shopId={shopIdOf(sessionId)}>
      {() => {
        const reading = store.of(sessionId);
        if (reading.value) return <Record known={reading.value} readAt={reading.at} />;
        return (
          <PageFrame>
            <Reading reading={reading} onRetry={load} />
          </PageFrame>
        );
      }}
    </ShopPage>
  );
});

interface RecordProps {
  known: SessionDuty;
  /** When it was read from the cloud, UTC. */
  readAt: string | null;
}

const Record = observer(function Record({ known, readAt }: RecordProps) {
  const { duty } = known;
  const { state } = duty.session;
  const offlineMessage = useOfflineMessage(readAt);
  const canState = duty.may.confirm && state !== 'cancelled';
  const hasTakenPlace = state !== 'scheduled' && state !== 'cancelled';
  const body = (
    <>
      {hasTakenPlace && <CorrectionsCard duty={duty} />}
      <ListCard duty={duty} />
      <Links duty={duty} />
    </>
  );
  if (canState) {
    return (
      <StatementForm known={known} offlineMessage={offlineMessage} head={<Head known={known} />}>
        {body}
      </StatementForm>
    );
  }
  return (
    <PageFrame offlineMessage={offlineMessage}>
      <Head known={known} />
      <StatementRows duty={duty} />
      {body}
    </PageFrame>
  );
});

/** Which session it is, until when the record is kept, and where what the form shows comes from. */
const Head = observer(function Head({ known: { duty, last } }: { known: SessionDuty }) {
  const { ui } = useStores();
  const words = useMerchantText().merchantDuty.page;
  const reader = useReader();
  const time = useSessionTime();
  const { mark } = useMarkWords();
  const { session, keptUntil, confirmed, may } = duty;
  const proposal =
    last === null
      ? words.first
      : words.proposed(last.title, wordInstant(last.startAt, ui.now, reader));
  const about = confirmed === null ? proposal : words.confirmed(mark(confirmed, ui.now));
  return (
    <View className="duty__head">
      <View className="duty__title">{session.title}</View>
      <View className="duty__line">{time.span(session, ui.now)}</View>
      <View className="duty__line">
        {keptUntil === null
          ? words.keptAfter
          : words.keptUntil(wordChinaDay(keptUntil, ui.now, reader.lang))}
      </View>
      <View className="duty__about">{may.confirm ? about : words.onlyRead}</View>
    </View>
  );
});

const Links = observer(function Links({ duty: { shopId, may } }: { duty: Duty }) {
  const { ui } = useStores();
  const words = useMerchantText().merchantDuty.page;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Card>
        {may.editLists && (
          <Row title={words.lists} onTap={() => ui.open(PATHS.checklists.url({ shopId }))} />
        )}
        {may.export && (
          <Row title={words.export} onTap={() => ui.open(PATHS.dutyExport.url({ shopId }))} />
        )}
        <Row title={words.sources} onTap={() => setOpen(true)} />
      </Card>
      <SourcesSheet isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
});
