import type { CallError } from '../../contract/envelope';
import { useText, wordReadError } from '../../i18n';
import { LoadingState } from '../loading-state';
import { RequestId } from '../request-id';
import { Row } from '../row';

/** Props of {@link PagedFoot}. */
export interface PagedFootProps {
  list: {
    readonly status: 'idle' | 'loading' | 'ready' | 'error';
    readonly items: readonly unknown[];
    /** Place of the next page. */
    readonly cursor: string | null;
    readonly isComplete: boolean;
    readonly error: CallError | null;
  };
  /** How many grey rows stand in for the first page. */
  rows?: number;
  /** Words of the row that reads the next page. */
  more: string;
  onFirst: () => void;
  onMore: () => void;
}

/** The end of a list read page by page: what is being read, what failed, or the way to more. */
export function PagedFoot({ list, rows = 3, more, onFirst, onMore }: PagedFootProps) {
  const { status, items, cursor, isComplete, error } = list;
  const t = useText();
  const hasItems = items.length > 0;
  if (status === 'loading' && !hasItems && !isComplete) {
    return <LoadingState label={t.common.state.loading} rows={rows} />;
  }
  if (error && status !== 'loading') {
    return (
      <Row
        title={wordReadError(error, t)}
        note={error.requestId === '' ? null : <RequestId id={error.requestId} />}
        value={t.common.action.retry}
        onTap={cursor === null ? onFirst : onMore}
      />
    );
  }
  if (!hasItems || isComplete) return null;
  return <Row title={status === 'loading' ? t.common.state.loading : more} onTap={onMore} />;
}
