import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import type { DeclaredFact, FactRule } from '../../domain/incentive';
import { MIN_FACTS_WITH_PAGES } from '../../domain/incentive/declarations';
import { can } from '../../domain/shop/capabilities';
import { chinaDayOf } from '../../domain/time';
import { useLang, wordChinaDay, wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { Applicant } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useFactValue } from '../shared/fact-value';
import { FactHistory } from './fact-history';
import { FactSheet } from './fact-sheet';

/** Props of {@link FactList}. */
export interface FactListProps {
  applicant: Applicant;
  rules: readonly FactRule[];
  facts: readonly DeclaredFact[];
  /** The year shown; facts that are not about a year stand in every one. */
  year: number;
}

/** What only a person can state: asked in the rule set's words, dated, withdrawable. */
export const FactList = observer(function FactList({
  applicant,
  rules,
  facts,
  year,
}: FactListProps) {
  const words = useMerchantText().merchantShop.applicant;
  return (
    <>
      <Card title={words.facts}>
        {rules.length === 0 && (
          <EmptyState isInline title={words.noFacts} note={words.noFactsNote} />
        )}
        {rules.map((rule) => {
          const about = rule.perYear ? year : null;
          const stated = facts
            .filter(({ fact, year: ofYear }) => fact === rule.fact && ofYear === about)
            .sort((a, b) => (a.declaredAt < b.declaredAt ? 1 : -1));
          return (
            // A fact of one year and the same of another are two forms.
            <FactItem
              key={`${rule.fact}/${about ?? ''}`}
              applicant={applicant}
              rule={rule}
              year={about}
              stated={stated}
            />
          );
        })}
      </Card>
      <View className="hl-footnote">{words.factsNote}</View>
      {facts.length >= MIN_FACTS_WITH_PAGES && (
        <View className="hl-footnote">{words.olderFacts}</View>
      )}
    </>
  );
});

interface FactItemProps {
  applicant: Applicant;
  rule: FactRule;
  year: number | null;
  /** Latest first, withdrawn ones included. */
  stated: readonly DeclaredFact[];
}

const FactItem = observer(function FactItem({ applicant, rule, year, stated }: FactItemProps) {
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantShop.applicant;
  const [open, setOpen] = useState<'declare' | 'withdraw' | null>(null);
  const role = shops.shop(applicant.shopId)?.role;
  const canWrite = role !== undefined && can(role, 'applicant.write');
  const current = stated.find(({ withdrawnAt }) => withdrawnAt === null);
  const past = stated.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const handleWithdraw = async () => {
    setOpen(null);
    if (!current) return;
    const result = await shops.withdraw({ ...applicant, declarationId: current.id });
    ui.toast(result.ok ? words.withdrawn : wordError(result.error, t));
  };
  const factValue = useFactValue();
  const valueText = (value: number | boolean) => factValue(value, rule);
  const declaredOn = current
    ? words.declaredOn(wordChinaDay(chinaDayOf(current.declaredAt), ui.now, lang))
    : words.notSaidWhy;
  return (
    <View className="applicant__item">
      <View>{rule.question[lang]}</View>
      <View className={current ? 'applicant__value' : 'applicant__value applicant__value--none'}>
        {current ? valueText(current.value) : t.common.money.unknown}
      </View>
      <View className="applicant__when">
        {year === null ? declaredOn : `${words.year(year)} · ${declaredOn}`}
      </View>
      <FactHistory past={past} valueText={valueText} now={ui.now} />
      {canWrite && (
        <View className="applicant__actions">
          <Button kind="quiet" size="small" onTap={() => setOpen('declare')}>
            {current ? words.change : words.declare}
          </Button>
          {current && (
            <Button kind="quiet" size="small" onTap={() => setOpen('withdraw')}>
              {words.withdraw}
            </Button>
          )}
        </View>
      )}
      {open === 'declare' && (
        <FactSheet applicant={applicant} rule={rule} year={year} onClose={() => setOpen(null)} />
      )}
      <ConfirmSheet
        isOpen={open === 'withdraw'}
        title={words.withdraw}
        text={words.withdrawConfirm}
        confirm={words.withdraw}
        cancel={t.common.action.cancel}
        kind="danger"
        onConfirm={() => void handleWithdraw()}
        onClose={() => setOpen(null)}
      />
    </View>
  );
});
