import type { AwardAnswer, Progress } from './progress';
import type { AwardRule, RuleSet } from './rule-set';
import { type Standing, standingOn } from './standing';

/** Where a subject stands under one scheme: on the ladder of it that is nearest. */
export interface SchemeStanding<Scheme> {
  readonly scheme: Scheme;
  /** null where no ladder of the scheme is computed for the subject. */
  readonly nearest: {
    readonly award: AwardAnswer;
    readonly rule: AwardRule;
    readonly standing: Standing;
  } | null;
  /** From 0, reached by the figures, to 1; 2 where nothing is computed. For the order alone. */
  readonly distance: number;
}

interface Answered {
  readonly ruleSet: RuleSet;
  readonly progress: Progress;
}

/**
 * Where a subject stands under each scheme, the nearest first; schemes that are alike keep their
 * order, which has the one that covers the year first.
 */
export function schemeStandings<Scheme extends Answered>(
  schemes: readonly Scheme[],
): SchemeStanding<Scheme>[] {
  return schemes.map(standingUnder).sort((a, b) => a.distance - b.distance);
}

function standingUnder<Scheme extends Answered>(scheme: Scheme): SchemeStanding<Scheme> {
  const ladders = scheme.progress.awards.flatMap((award) => {
    const rule = scheme.ruleSet.awards.find(({ awardId }) => awardId === award.awardId);
    return rule ? [{ award, rule, standing: standingOn(award) }] : [];
  });
  const [nearest = null] = ladders.sort((a, b) => distanceOf(a) - distanceOf(b));
  return { scheme, nearest, distance: nearest ? distanceOf(nearest) : 2 };
}

/** A ladder that is wholly reached is nearest; then by what is missing of the next tier. */
function distanceOf({ standing }: { standing: Standing }): number {
  return standing.distance;
}
