import type { FactRule } from '../../domain/incentive';
import { formatMoneyExact } from '../../domain/money';
import { group } from '../../domain/money/format';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';

/** Writes a declared value exactly: an amount, a number in its unit, or yes and no. */
export function useFactValue(): (value: number | boolean, rule: FactRule | undefined) => string {
  const lang = useLang();
  const words = useMerchantText().merchantShop.applicant;
  return (value, rule) => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (rule?.type !== 'number') return formatMoneyExact(value);
    return [group(String(value)), rule.unit?.[lang]].filter(Boolean).join(' ');
  };
}
