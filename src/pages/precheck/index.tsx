import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { ShareCanvas } from '../../components/share-canvas';
import type { InputOf } from '../../contract/endpoints';
import type { LineOfBusiness } from '../../domain/shop/shop';
import { usePrecheckText } from '../../i18n/precheck';
import { scrollToTop, usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { CheckAnswer } from './check-answer';
import { CheckForm } from './check-form';
import { NO_ANSWERS } from './questions';
import { SchemeIntro } from './scheme-intro';
import { useCheckCard } from './use-check-card';
import './index.css';

/** Nothing typed: what a shared check reads before the person answers. */
const NOTHING = {
  lineOfBusiness: 'streamer',
  netFen: null,
  followers: null,
  paidInCapitalFen: null,
  operatingRevenueFen: null,
} as const satisfies InputOf<'incentive.precheck'>;

/**
 * The check without login: the line of business, two figures, and the answer per tier. A shared one
 * begins with the tiers of its scheme.
 */
export default observer(function PrecheckPage() {
  const { ui, incentives, share } = useStores();
  const words = usePrecheckText();
  const query = usePageQuery(PATHS.precheck);
  const [scheme, setScheme] = useState(query.scheme);
  const [step, setStep] = useState<'intro' | 'form' | 'answer'>(scheme === null ? 'form' : 'intro');
  const [line, setLine] = useState<LineOfBusiness>('streamer');
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const { value, status, error } = incentives.precheckAnswer;
  const schemes = value ? incentives.schemes(value) : [];
  // From the first moment: WeChat asks the page for its card whatever it shows.
  const handleShare = useCheckCard(
    step === 'answer' ? (schemes[0]?.ruleSet ?? null) : incentives.ruleSetOf(scheme),
  );
  usePageTitle(words.title);
  const loadIntro = (): void => {
    ui.tick();
    void incentives.precheck({ ...NOTHING, scheme });
  };
  useEffect(() => {
    if (step === 'intro') loadIntro();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read once, when the page is opened
  }, []);
  const show = (next: 'form' | 'answer'): void => {
    setStep(next);
    scrollToTop();
  };
  const content = () => {
    if (step === 'answer') {
      return <CheckAnswer line={line} onAgain={() => show('form')} onShare={handleShare} />;
    }
    const isGone = error?.code === 'not_found';
    const found = schemes.find((own) => own.ruleSet.ruleSetId === scheme);
    if (step === 'intro' && !isGone) {
      if (found) {
        return <SchemeIntro scheme={found} onCheck={() => show('form')} onShare={handleShare} />;
      }
      if (status !== 'ready') {
        return (
          <PageFrame>
            <Reading reading={{ status, error, value: null }} onRetry={loadIntro} />
          </PageFrame>
        );
      }
    }
    if (step === 'intro' && isGone) {
      const toAll = (): void => {
        setScheme(null);
        show('form');
      };
      return (
        <PageFrame>
          <EmptyState title={words.gone} action={{ label: words.toAll, onTap: toAll }} />
        </PageFrame>
      );
    }
    return (
      <CheckForm
        scheme={scheme}
        line={line}
        answers={answers}
        onAnswers={setAnswers}
        onLine={setLine}
        onAnswered={() => show('answer')}
      />
    );
  };
  return (
    <>
      <ShareCanvas id={share.canvasId} />
      {content()}
    </>
  );
});
