import type { Answer } from './progress';
import type { Joined } from './rule-set';

/** Three-valued "and": any "not met" decides, then any "cannot tell", otherwise "met". */
function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('not_met')) return 'not_met';
  return answers.includes('cannot_tell') ? 'cannot_tell' : 'met';
}

/** Three-valued "or": any "met" decides, then any "cannot tell", otherwise "not met". */
function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('met')) return 'met';
  return answers.includes('cannot_tell') ? 'cannot_tell' : 'not_met';
}

/** The groups of a tier's conditions. Without groups all conditions must hold. */
export interface Grouped<Condition extends { readonly conditionId: string }> {
  readonly conditions: readonly Condition[];
  readonly joined?: Joined;
}

/** A condition, or a group of them of which all or any must hold. */
export type ConditionTree<Condition> =
  | { readonly kind: 'one'; readonly condition: Condition }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly ConditionTree<Condition>[] };

/** The conditions of a tier in their groups. */
export function treeOf<Condition extends { readonly conditionId: string }>({
  conditions,
  joined,
}: Grouped<Condition>): ConditionTree<Condition> {
  const grow = (node: Joined): ConditionTree<Condition>[] => {
    if (typeof node === 'string') {
      const condition = conditions.find(({ conditionId }) => conditionId === node);
      return condition === undefined ? [] : [{ kind: 'one', condition }];
    }
    return 'all' in node
      ? [{ kind: 'all', parts: node.all.flatMap(grow) }]
      : [{ kind: 'any', parts: node.any.flatMap(grow) }];
  };
  const [root] = grow(joined ?? { all: conditions.map(({ conditionId }) => conditionId) });
  return root ?? { kind: 'all', parts: [] };
}

/** Joins the answers to conditions by their groups. */
export function joinedAnswer<Condition>(
  tree: ConditionTree<Condition>,
  answer: (condition: Condition) => Answer,
): Answer {
  if (tree.kind === 'one') return answer(tree.condition);
  const answers = tree.parts.map((part) => joinedAnswer(part, answer));
  return tree.kind === 'all' ? allOf(answers) : anyOf(answers);
}

/**
 * The conditions on which the answer of a tier depends: of a group of which any may hold, those of
 * the part that is nearest to being met.
 * @param cost how far a condition is from being met; the largest of a part counts.
 */
export function deciding<Condition>(
  tree: ConditionTree<Condition>,
  cost: (condition: Condition) => number,
): Condition[] {
  if (tree.kind === 'one') return [tree.condition];
  const parts = tree.parts.map((part) => deciding(part, cost));
  if (tree.kind === 'all') return parts.flat();
  const costs = parts.map((part) => Math.max(...part.map(cost)));
  return parts[costs.indexOf(Math.min(...costs))] ?? [];
}
