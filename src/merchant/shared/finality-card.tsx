import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { StatusMark } from '../../components/status-mark';
import { useOpenText } from '../../components/tier-words';
import { finalityOf, type AwardAnswer, type OpenReason } from '../../domain/incentive';
import { chinaDayOf } from '../../domain/time';
import { useLang, useReader, wordChinaDay, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { ProgressView } from '../../stores';
import { useStores } from '../../stores-context';

/** Props of {@link FinalityCard}. */
export interface FinalityCardProps {
  view: ProgressView;
  award: AwardAnswer;
  /** The answer at the end of an earlier day, not now. */
  isPast?: boolean;
}

/** The period of an answer, as of when and until when, and what would make it final. */
export const FinalityCard = observer(function FinalityCard(props: FinalityCardProps) {
  const { view, award, isPast = false } = props;
  const { ui } = useStores();
  const lang = useLang();
  const reader = useReader();
  const t = useMerchantText();
  const words = t.merchantLedger.final;
  const { asOf, movesUntil, open } = finalityOf({ ...view, award });
  const until = movesUntil === null ? null : wordChinaDay(movesUntil, ui.now, lang);
  const day = chinaDayOf(asOf);
  return (
    <>
      <Card>
        <Row title={words.period} note={t.incentive.figure.calendarYear(view.year)} />
        <Row
          title={words.asOf}
          note={
            isPast
              ? words.endOfDay(wordChinaDay(day, ui.now, lang))
              : wordInstant(asOf, ui.now, reader)
          }
        />
        <Row
          title={words.until}
          note={until === null ? t.incentive.final.over : t.incentive.final.until(until)}
        />
      </Card>
      <Card title={words.open}>
        {open.map((reason) => (
          <ReasonRow key={reason.kind} reason={reason} />
        ))}
        {open.length === 0 && <Row title={words.none} note={words.noneNote} />}
      </Card>
    </>
  );
});

const ReasonRow = observer(function ReasonRow({ reason }: { reason: OpenReason }) {
  const { title, note } = useReasonText()(reason);
  return <Row title={<StatusMark shape="question" label={title} />} note={note} />;
});

function useReasonText(): (reason: OpenReason) => { title: string; note: string } {
  const { ui } = useStores();
  const lang = useLang();
  const t = useMerchantText();
  const openText = useOpenText();
  const { reasons, figure } = t.merchantLedger.final;
  const dayOf = (day: string): string => wordChinaDay(day, ui.now, lang);
  return (reason) => {
    switch (reason.kind) {
      case 'year_runs':
        return { ...reasons.yearRuns, title: reasons.yearRuns.title(dayOf(reason.until)) };
      case 'returns': {
        const { returns, returnsAssumed } = reasons;
        const { note } = reason.isAssumed ? returnsAssumed : returns;
        return { title: returns.title(dayOf(reason.until)), note };
      }
      case 'range':
        return reasons.range;
      case 'self_reported': {
        const figures = reason.figures.map((own) => figure[own]).join(t.incentive.listSeparator);
        return { ...reasons.selfReported, title: reasons.selfReported.title(figures) };
      }
      case 'to_confirm': {
        const title = openText(reason).join(t.incentive.passed.separator);
        return { title, note: reasons.toConfirm };
      }
    }
  };
}
