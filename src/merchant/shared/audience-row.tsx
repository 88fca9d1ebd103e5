import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Reading } from '../../components/reading';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import {
  openingsOf,
  PAGE_ACTS,
  type PageCounts,
  VISIT_SOURCES,
} from '../../domain/audience/audience';
import { formatCount } from '../../domain/money';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { createAudienceStore, type OwnPage } from '../../stores/audience-store';
import { useStores } from '../../stores-context';

/** How a public page of one's own store is used; the counts are read when they are looked at. */
export const AudienceRow = observer(function AudienceRow({ page }: { page: OwnPage }) {
  const audience = useStores().lazy(createAudienceStore);
  const t = useMerchantText();
  const words = t.merchantAudience;
  const [isOpen, setOpen] = useState(false);
  const load = () => void audience.load(page);
  const handleOpen = () => {
    setOpen(true);
    load();
  };
  return (
    <>
      <Row title={words.title} note={words.hint} onTap={handleOpen} />
      <Sheet
        isOpen={isOpen}
        title={words.title}
        closeLabel={t.common.action.close}
        onClose={() => setOpen(false)}
      >
        <Reading reading={audience.page(page)} rows={4} onRetry={load}>
          {(counts) => <Counts counts={counts} />}
        </Reading>
        <View className="hl-footnote">{words.note}</View>
      </Sheet>
    </>
  );
});

/** All openings, those of each source that had some, and what was done on the page. */
function Counts({ counts }: { counts: PageCounts }) {
  const words = useMerchantText().merchantAudience;
  const lang = useLang();
  const times = (count: number) => words.times(formatCount(count, lang));
  const sources = VISIT_SOURCES.filter((source) => counts[source] > 0);
  return (
    <>
      <Row title={words.openings} value={times(openingsOf(counts))} />
      {sources.map((source) => (
        <Row key={source} title={words.source[source]} value={times(counts[source])} />
      ))}
      {PAGE_ACTS.map((act) => (
        <Row key={act} title={words.act[act]} value={times(counts[act])} />
      ))}
    </>
  );
}
