import type { ApiWarning, FieldIssue } from '../contract/errors';
import type { MerchantMessages } from './merchant';

/** The sentence of a warning. */
export function wordWarning(warning: ApiWarning, t: MerchantMessages): string {
  return t.merchantForms.warning[warning.code](warning.info ?? {});
}

/** The sentence under a field; null when nothing is wrong with it. */
export function wordIssue(
  issue: FieldIssue | null | undefined,
  t: MerchantMessages,
): string | null {
  return issue ? t.merchantForms.field[issue] : null;
}
