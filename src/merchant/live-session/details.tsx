import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { formatMoneyExact } from '../../domain/money';
import { useReader, wordInstant, wordPeriod } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { WordsNote } from '../shared/words-note';

/** Props of {@link Details}. */
export interface DetailsProps {
  shop: OwnShop;
  session: LiveSession;
}

/** Planned and actual times, the account's name to copy, goods teasers. */
export const Details = observer(function Details({ session }: DetailsProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantSession.session;
  const { startedAt, endedAt, startAt, endAt, accountName, teasers } = session;
  const span = (from: string, to: string | null) =>
    to === null
      ? wordInstant(from, ui.now, reader)
      : wordPeriod({ startAt: from, endAt: to }, ui.now, reader);
  const waitingAt = (path: string) => session.waiting.filter(({ field }) => field.startsWith(path));
  const handleCopy = () => ui.copy(accountName ?? '', t.common.state.copied);
  const hasTimes = session.precision === 'instant' && startedAt !== null;
  // What was entered afterwards had no plan, and an evening has those of its pieces.
  const isAsPlanned = startedAt === startAt && endedAt === endAt;
  const hasPlan = !isAsPlanned && session.pieces.length === 0;
  if (!hasTimes && accountName === null && teasers.length === 0) return null;
  return (
    <Card title={words.details}>
      {hasTimes && (
        <Row
          title={words.actual(span(startedAt, endedAt))}
          note={hasPlan ? words.planned(span(startAt, endAt)) : null}
        />
      )}
      {accountName !== null && (
        <Row
          title={accountName}
          note={session.platform ? t.common.platform[session.platform] : words.account}
          value={words.copyName}
          onTap={() => void handleCopy()}
        />
      )}
      {teasers.map((teaser, index) => (
        <Row
          // Teasers have no id and never change places.
          key={index}
          title={teaser.name}
          note={
            <>
              {teaser.priceBasis}
              <WordsNote waiting={waitingAt(`teasers.${String(index)}.`)} />
            </>
          }
          value={teaser.priceFen === null ? '' : formatMoneyExact(teaser.priceFen)}
        />
      ))}
    </Card>
  );
});
