import type { Answer } from './progress';

/** Three-valued "and": one "not met" decides, then one "cannot tell", and only then "met". */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('not_met')) return 'not_met';
  return answers.includes('cannot_tell') ? 'cannot_tell' : 'met';
}
