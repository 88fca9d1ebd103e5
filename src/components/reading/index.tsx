import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';

import type { CallError } from '../../contract/envelope';
import { useText, wordError, wordReadError } from '../../i18n';
import { Card } from '../card';
import { EmptyState, type EmptyStateProps } from '../empty-state';
import { ErrorState } from '../error-state';
import { LoadingState } from '../loading-state';

/** The state of something read from the cloud. */
export interface ReadingState<Value> {
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  /** null while nothing was read, or where the answer lacks what the page is about. */
  readonly value: Value | null;
  readonly error: CallError | null;
}

/** Props of {@link Reading}. */
export interface ReadingProps<Value> {
  reading: ReadingState<Value>;
  /** null where trying again cannot help. */
  onRetry: (() => void) | null;
  /** How many grey rows stand in while nothing was read. */
  rows?: number;
  /** The sentence where reading succeeded without a value; without it, that it was not found. */
  missing?: string;
  /** The hint in the place of a value with nothing in it; null where there is something. */
  empty?: (value: Value) => EmptyStateProps | null;
  /** Draws the value; one read before stays while it is read again and when that fails. */
  children?: (value: Value) => ReactNode;
}

/** Something read from the cloud: grey rows, then its value, a hint that it is empty, or the error. */
export const Reading = observer(function Reading<Value>(props: ReadingProps<Value>) {
  const { reading, onRetry, rows = 3, missing, empty, children } = props;
  const { status, value, error } = reading;
  const t = useText();
  if (value !== null) {
    const hint = empty?.(value) ?? null;
    if (hint === null) return <>{children?.(value)}</>;
    const shown = <EmptyState {...hint} />;
    return hint.isInline ? <Card>{shown}</Card> : shown;
  }
  if (error === null && status !== 'ready') {
    return <LoadingState label={t.common.state.loading} rows={rows} />;
  }
  const notFound = missing ?? wordError({ code: 'not_found' }, t);
  return (
    <ErrorState
      message={error === null ? notFound : wordReadError(error, t)}
      requestId={error?.requestId ?? ''}
      onRetry={onRetry}
      isBusy={status === 'loading'}
    />
  );
});
