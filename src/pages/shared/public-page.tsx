import type { ReactNode } from 'react';
import { observer } from 'mobx-react-lite';

import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import { useText, wordError } from '../../i18n';
import { PATHS } from '../../paths';
import type { Loadable } from '../../stores';
import { useStores } from '../../stores-context';
import { useCopyNote } from './copy-note';

interface PublicPageProps<Value> {
  /** null when the link carries no id. */
  read: Loadable<Value> | null;
  notFound: string;
  onRetry: () => void;
  children: (value: Value) => ReactNode;
}

/** A page that anybody may open from a link: found, not there, or not reachable. */
export const PublicPage = observer(function PublicPage<Value>(props: PublicPageProps<Value>) {
  const { read, notFound, onRetry, children } = props;
  const { ui } = useStores();
  const t = useText();
  const note = useCopyNote(read ?? { at: null, status: 'idle', error: null });
  const code = read?.error?.code;
  // A link that was cut or made up is as absent as a store that is not public.
  if (read === null || code === 'not_found' || code === 'invalid_input') {
    return (
      <PageFrame>
        <EmptyState
          title={notFound}
          note={t.publicPages.notFoundNote}
          action={{ label: t.publicPages.goHome, onTap: () => ui.open(PATHS.home.url()) }}
        />
      </PageFrame>
    );
  }
  if (read.value !== null)
    return <PageFrame offlineMessage={note}>{children(read.value)}</PageFrame>;
  return (
    <PageFrame>
      {read.status === 'error' && read.error ? (
        <ErrorState
          message={wordError(read.error, t)}
          retryLabel={t.publicPages.retry}
          onRetry={onRetry}
        />
      ) : (
        <LoadingState label={t.common.state.loading} rows={4} />
      )}
    </PageFrame>
  );
});
