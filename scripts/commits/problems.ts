/** A commit as `git log` gives it. */
export interface Commit {
  readonly hash: string;
  readonly parents: readonly string[];
  /** Subject, blank line and body. */
  readonly message: string;
}

const MAX_SUBJECT_LENGTH = 72;

const SUBJECT = /^[a-z][a-z0-9-]*: (?<verb>[a-z]+(?:-[a-z]+)*)(?:,? |$)/;

/** Verbs whose imperative looks like another form. */
const IMPERATIVES = new Set([
  'bring',
  'embed',
  'exceed',
  'feed',
  'focus',
  'need',
  'proceed',
  'seed',
  'speed',
  'succeed',
]);

/** Whether a verb has the ending of another form: added, adding, adds. */
function isOtherForm(verb: string): boolean {
  return /(?:ed|ing|[^s]s)$/.test(verb) && !IMPERATIVES.has(verb);
}

/** What is wrong with a commit; empty when it follows the convention of CONTRIBUTING.md. */
export function commitProblems({ parents, message }: Commit): string[] {
  const [subject = '', second = ''] = message.split('\n');
  const verb = SUBJECT.exec(subject)?.groups?.verb;
  const problems: string[] = [];
  if (parents.length > 1) problems.push('is a merge: rebase instead');
  if (verb === undefined) problems.push('the subject is not "area: imperative summary"');
  else if (isOtherForm(verb)) problems.push(`"${verb}" is not an imperative`);
  if (subject.length > MAX_SUBJECT_LENGTH) {
    problems.push(`the subject has ${subject.length} characters, at most ${MAX_SUBJECT_LENGTH}`);
  }
  if (subject.endsWith('.')) problems.push('the subject ends with a full stop');
  if (second !== '') problems.push('the second line is not blank');
  if (/(?:^|[\s("'`])\/(?:work|tmp|home|root|Users)\//.test(message)) {
    problems.push('it names a path of one machine');
  }
  return problems;
}
