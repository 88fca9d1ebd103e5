import { parseAmount } from '../../domain/money';
import type { MerchantMessages } from '../../i18n/merchant';

/** What is wrong with a typed amount, with the cure; null when it is an amount. */
export function amountIssue(text: string, t: MerchantMessages): string | null {
  const amount = parseAmount(text);
  return amount.ok ? null : t.errors.amount[amount.reason];
}
