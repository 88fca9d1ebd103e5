import { parseAmount } from '../../domain/money';
import type { Messages } from '../../i18n';

/** What is wrong with a typed amount, with the cure; null when it is an amount. */
export const amountIssue = (text: string, t: Messages): string | null => {
  const amount = parseAmount(text);
  return amount.ok ? null : t.errors.amount[amount.reason];
};
