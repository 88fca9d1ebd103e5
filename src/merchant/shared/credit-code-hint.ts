import { isCreditCode } from '../../domain/shop/disclosure';
import { wordWarning } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';

/**
 * What stands under the field of a credit code: a warning when 18 characters are typed and the check
 * digit does not fit, the field's own hint otherwise.
 */
export function useCreditCodeHint(typed: string | null, hint: string): string {
  const t = useMerchantText();
  const code = (typed ?? '').trim().toUpperCase();
  if (code.length !== 18 || isCreditCode(code)) return hint;
  return wordWarning({ code: 'credit_code_unlikely', info: { code } }, t);
}
