import { observer } from 'mobx-react-lite';

import { Row } from '../../components/row';
import type { FollowerReading } from '../../contract/applicant-records';
import type { Account } from '../../contract/shop';
import type { DeclaredFact, RuleSet } from '../../domain/incentive';
import { formatCount, formatMoney } from '../../domain/money';
import { chinaDayOf } from '../../domain/time';
import { useLang, useText, wordChinaDay } from '../../i18n';
import { useStores } from '../../stores-context';

/** Props of {@link ReadingRow}. */
export interface ReadingRowProps {
  reading: FollowerReading;
  accounts: readonly Account[];
}

/** A follower reading: which account, how many, and the day it was read. */
export const ReadingRow = observer(function ReadingRow({ reading, accounts }: ReadingRowProps) {
  const { ui } = useStores();
  const t = useText();
  const lang = useLang();
  const account = accounts.find(({ id }) => id === reading.accountId);
  const { readingOn } = t.merchantShop.applicant;
  return (
    <Row
      title={[t.common.platform[reading.platform], account?.name].filter(Boolean).join(' ')}
      note={`${t.incentive.metricBasis.followers} · ${readingOn(wordChinaDay(reading.readOn, ui.now, lang))}`}
      value={t.common.count.people(formatCount(reading.count, lang))}
    />
  );
});

/** A statement in the rule set's words, with the day it was made or withdrawn. */
export const FactRow = observer(function FactRow(props: { fact: DeclaredFact; ruleSet: RuleSet }) {
  const { fact, ruleSet } = props;
  const { ui } = useStores();
  const t = useText();
  const lang = useLang();
  const words = t.merchantShop.applicant;
  const rule = ruleSet.facts.find((one) => one.fact === fact.fact);
  const dayOf = (at: string) => wordChinaDay(chinaDayOf(at), ui.now, lang);
  const when =
    fact.withdrawnAt === null
      ? words.declaredOn(dayOf(fact.declaredAt))
      : words.withdrawnOn(dayOf(fact.withdrawnAt));
  const { value } = fact;
  return (
    <Row
      title={rule?.question[lang] ?? fact.fact}
      note={when}
      value={typeof value === 'number' ? formatMoney(value, lang) : value ? words.yes : words.no}
    />
  );
});
