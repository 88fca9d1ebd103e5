import {
  type Facts,
  useAwardText,
  useBlockerText,
  useOpenText,
  usePassedText,
  useTierText,
} from '../../components/tier-words';
import {
  type Answer,
  confirmationsOf,
  type SchemeStanding,
  type TierAnswer,
} from '../../domain/incentive';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { Scheme } from '../../stores';

/** The words of a scheme's row. */
export interface SchemeText {
  readonly name: string;
  readonly answer: Answer;
  readonly label: string;
  /** What the tier is worth, then what is passed or open. */
  readonly lines: readonly string[];
}

/**
 * Words of where one stands under a scheme: the next tier of this place's scheme; of another place's
 * the tier that is reached, if there is one, because it is only compared.
 */
export function useSchemeText(
  facts: Facts,
): (standing: SchemeStanding<Scheme>, isElsewhere: boolean) => SchemeText {
  const lang = useLang();
  const t = useMerchantText();
  const words = t.merchantLedger.schemes;
  const { award: awardText } = useAwardText();
  const tierText = useTierText(facts);
  const passedText = usePassedText();
  const blockerText = useBlockerText(facts);
  const openText = useOpenText();
  return ({ scheme, nearest }, isElsewhere) => {
    const { ruleSet, progress } = scheme;
    const name = ruleSet.shortName[lang];
    if (nearest === null) {
      const named = ruleSet.notComputed.filter((rule) =>
        progress.notComputed.some(({ id }) => id === rule.id),
      );
      const lines = named.map((rule) => words.notComputedLine(rule.name[lang], rule.reason[lang]));
      return { name, answer: 'cannot_tell', label: words.notComputed, lines };
    }
    const { award, rule, standing } = nearest;
    const { reached, blocker } = standing;
    const isReachedShown = reached !== null && (isElsewhere || blocker === null);
    const tierId = isReachedShown ? reached.tierId : blocker?.tierId;
    const tier = award.tiers.find((own) => own.tierId === tierId);
    const nameOf = (id: string): string =>
      rule.tiers.find((own) => own.tierId === id)?.name[lang] ?? id;
    if (!tier) return { name, answer: 'cannot_tell', label: words.notComputed, lines: [] };
    const worth = awardText(tier);
    const others = progress.awards.length - 1;
    const lines = [
      isReachedShown
        ? words.reached(nameOf(tier.tierId), worth)
        : words.next(nameOf(tier.tierId), worth),
      secondLine(tier, isReachedShown).join(t.incentive.passed.separator),
      others > 0 ? words.others(rule.name[lang], others) : '',
    ];
    return {
      name,
      answer: tier.byFigures,
      label: isReachedShown ? t.incentive.passed.short : tierText(tier, award.metric),
      lines: lines.filter((line) => line !== ''),
    };

    /** What is passed and open; with a tier below reached, its confirmations. */
    function secondLine({ toConfirm }: TierAnswer, isReached: boolean): string[] {
      const open = openText(confirmationsOf(toConfirm));
      if (isReached || !blocker) return open;
      const isTold = blocker.by === 'short' || blocker.by === 'short_at_most';
      return [
        ...(isTold ? [] : [blockerText(blocker, award.metric, nameOf(blocker.tierId))]),
        ...(blocker.condition.metric === award.metric ? [] : [t.incentive.headline.amountPassed]),
        ...(reached ? [passedText(reached, nameOf(reached.tierId))] : open),
      ];
    }
  };
}
