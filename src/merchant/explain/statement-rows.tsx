import { observer } from 'mobx-react-lite';

import { Row } from '../../components/row';
import type { Account } from '../../contract/shop';
import type { DeclaredFact, ReadingExplanation, RuleSet } from '../../domain/incentive';
import { formatCount } from '../../domain/money';
import { chinaDayOf } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useFactValue } from '../shared/fact-value';

/** Props of {@link ReadingRow}. */
export interface ReadingRowProps {
  /** `count` is null for an account without a reading in the year. */
  reading: ReadingExplanation;
  accounts: readonly Account[];
}

/** A follower reading: which account, how many, the day it was read, and whether it is the one used. */
export const ReadingRow = observer(function ReadingRow(props: ReadingRowProps) {
  const { reading, accounts } = props;
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantMoney.explain;
  const account = accounts.find(({ id }) => id === reading.accountId);
  const title = [t.common.platform[reading.platform], account?.name].filter(Boolean).join(' ');
  const { count, readOn } = reading;
  if (count === null || readOn === null) {
    return <Row title={title} note={words.notRead} value={t.common.money.unknown} />;
  }
  const read = t.merchantShop.applicant.readingOn(wordChinaDay(readOn, ui.now, lang));
  const use = t.merchantRules.explain.use[reading.use];
  return (
    <Row
      title={title}
      note={[t.incentive.metricBasis.followers, read, use].join(' · ')}
      value={t.common.count.people(formatCount(count, lang))}
    />
  );
});

/** Props of {@link FactRow}. */
export interface FactRowProps {
  fact: DeclaredFact;
  ruleSet: RuleSet;
}

/** A statement in the rule set's words, with its year and the day it was made or withdrawn. */
export const FactRow = observer(function FactRow({ fact, ruleSet }: FactRowProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantShop.applicant;
  const rule = ruleSet.facts.find((candidate) => candidate.fact === fact.fact);
  const dayOf = (at: string) => wordChinaDay(chinaDayOf(at), ui.now, lang);
  const note = [
    fact.year === null ? null : words.year(fact.year),
    words.declaredOn(dayOf(fact.declaredAt)),
    fact.withdrawnAt === null ? null : words.withdrawnOn(dayOf(fact.withdrawnAt)),
  ];
  const factValue = useFactValue();
  return (
    <Row
      title={rule?.question[lang] ?? fact.fact}
      note={note.filter((part) => part !== null).join(' · ')}
      value={factValue(fact.value, rule)}
    />
  );
});
