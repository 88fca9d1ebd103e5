import type { Answer } from './progress';

/** Three-valued "and": any "not met" decides, then any "cannot tell", otherwise "met". */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('not_met')) return 'not_met';
  return answers.includes('cannot_tell') ? 'cannot_tell' : 'met';
}
