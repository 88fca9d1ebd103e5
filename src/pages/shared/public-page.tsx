import type { ReactNode } from 'react';
import { observer } from 'mobx-react-lite';

import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { ShareCanvas } from '../../components/share-canvas';
import { useText } from '../../i18n';
import { usePublicText } from '../../i18n/public';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { Suspended } from './suspended';
import { useCopyNote } from './copy-note';
import type { PublicPageState } from './use-public-page';

interface PublicPageProps<Value> {
  page: PublicPageState<Value>;
  notFound: string;
  /** What can be done on the page: stands at its foot. */
  actions: (value: Value) => ReactNode;
  children: (value: Value) => ReactNode;
}

/** A page that anyone may open from a link: found, not there, or not reachable. */
export const PublicPage = observer(function PublicPage<Value>(props: PublicPageProps<Value>) {
  const { page, notFound, actions, children } = props;
  const { reading, onRetry } = page;
  const { ui, share } = useStores();
  const t = useText();
  const publicText = usePublicText();
  const note = useCopyNote(reading ?? { at: null, status: 'idle', error: null });
  const code = reading?.error?.code;
  // A link that was cut or made up is as absent as a store that is not public.
  if (reading === null || code === 'not_found' || code === 'invalid_input') {
    return (
      <PageFrame>
        <EmptyState
          title={notFound}
          note={publicText.notFoundNote}
          action={{ label: t.publicPages.goHome, onTap: () => ui.open(PATHS.home.url()) }}
        />
      </PageFrame>
    );
  }
  if (code === 'shop_suspended') {
    return <Suspended since={String(reading.error?.info?.['since'])} />;
  }
  return (
    <PageFrame
      offlineMessage={reading.value === null ? null : note}
      footer={reading.value === null ? null : actions(reading.value)}
    >
      <ShareCanvas id={share.canvasId} />
      <Reading reading={reading} rows={4} onRetry={onRetry}>
        {children}
      </Reading>
    </PageFrame>
  );
});
