import Taro from '@tarojs/taro';

import type { ApiWarning } from '../../contract/errors';
import { wordError } from '../../i18n';
import { wordWarning } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import type { Result } from '../../stores';

/** What `useSubmit` needs of a draft. */
interface Submittable<Output> {
  submit(): Promise<Result<Output>>;
  /** What an earlier try had stored. */
  readonly earlier: { readonly isReplaced: boolean } | null;
}

/**
 * Brings the first wrong field of the page into sight; a sheet shows all of its fields anyway.
 * @param coveredPx height of what always covers the top of the page.
 */
export function showFirstIssue(coveredPx = 0): void {
  return Taro.nextTick(() => {
    // Fails where nothing matches: then there is nothing to show.
    Taro.pageScrollTo({
      selector: '.hl-card__body > .hl-field--wrong',
      offsetTop: -coveredPx,
      duration: 200,
    }).catch(() => undefined);
  });
}

/**
 * Sends a draft and says what came of it: wrong fields show under themselves and a toast points to
 * them, a refusal is a toast, warnings stand beside success. Changes that came too late for a write
 * which was stored after all are not lost unseen either. What looks odd is a question of the
 * form's own, see `OddSheet`.
 * @param coveredPx height of what always covers the top of the page; a wrong field stands below it.
 */
export function useSubmit(coveredPx = 0) {
  const { ui } = useStores();
  const t = useMerchantText();
  return async <Output>(
    draft: Submittable<Output>,
    onDone: (data: Output, warnings: readonly string[], answered: readonly ApiWarning[]) => void,
  ): Promise<Result<Output>> => {
    const result = await draft.submit();
    if (result.ok) {
      // Read before the form begins again.
      const isStanding = draft.earlier?.isReplaced === false;
      onDone(
        result.data,
        result.warnings.map((warning) => wordWarning(warning, t)),
        result.warnings,
      );
      if (isStanding) ui.toast(t.merchantShop.firstStands);
    } else if (!['odd_amount', 'odd_step'].includes(result.error.code)) {
      const isAboutFields = result.error.code === 'invalid_input';
      if (isAboutFields) showFirstIssue(coveredPx);
      ui.toast(isAboutFields ? t.merchantShop.checkFields : wordError(result.error, t));
    }
    return result;
  };
}
