import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { Review } from '../../contract/review';
import { useReader, wordInstant } from '../../i18n';
import { useFieldLabel, useVerifierText } from '../../i18n/verifier';
import { useStores } from '../../stores-context';

/** Who decided what about the store, latest first. */
export const Log = observer(function Log({ reviews }: { reviews: readonly Review[] }) {
  const { ui } = useStores();
  const reader = useReader();
  const { verifier: words, verification, report } = useVerifierText();
  const labelOf = useFieldLabel(reviews[0]?.kind ?? 'identity');
  const isReport = reviews[0]?.kind === 'report';
  const lines = reviews.flatMap(({ id, decisions }) =>
    [...decisions].reverse().map((decision) => ({ id, ...decision })),
  );
  if (lines.length === 0) return null;
  return (
    <Card title={words.log}>
      {lines.map(({ id, outcome, name, at, reasons }) => (
        <Row
          key={`${id}${at}`}
          title={report.by[outcome](name)}
          note={
            reasons.length === 0
              ? null
              : reasons
                  .map(({ field, reason, words: added }) =>
                    isReport
                      ? added
                      : [labelOf(field), verification.reason[reason], added]
                          .filter((part) => part !== '')
                          .join(' '),
                  )
                  .join(' · ')
          }
          value={wordInstant(at, ui.now, reader)}
        />
      ))}
    </Card>
  );
});
