import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { useVerifierText } from '../../i18n/verifier';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { createReviewStore } from '../../stores/review-store';
import { OnlyVerifiers } from '../shared/only-verifiers';
import { Claims } from './claims';
import { ReportDecision } from './report-decision';
import './index.css';

/** A link without its parameter. */
const NO_REVIEW = { status: 'ready', value: null, error: null } as const;

/** What was handed in, beside what was approved the last time, or what was reported. */
export default observer(function ReviewPage() {
  const { id } = usePageQuery(PATHS.review);
  const reviews = useStores().lazy(createReviewStore);
  const { verifier: words } = useVerifierText();
  const reading = id === null ? NO_REVIEW : reviews.review(id);
  const fields = reading.value?.review.fields ?? [];
  usePageTitle(fields.find(({ field }) => field === 'name')?.value ?? words.title);
  useEffect(() => {
    if (id !== null) void reviews.open(id);
  }, [reviews, id]);
  if (reading.error?.code === 'not_allowed') return <OnlyVerifiers />;
  if (reading.value === null) {
    return (
      <PageFrame>
        <Reading reading={reading} onRetry={id === null ? null : () => void reviews.open(id)} />
      </PageFrame>
    );
  }
  const { value } = reading;
  return value.review.kind === 'report' ? (
    <ReportDecision key={value.review.version} {...value} />
  ) : (
    <Claims key={value.review.version} {...value} />
  );
});
