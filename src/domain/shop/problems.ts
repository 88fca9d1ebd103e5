import type { FieldIssues } from '../field-issues';
import { type Instant, isTooFarAhead } from '../time';
import { type Disclosure, missingDisclosure } from './disclosure';
import { publicBodyIn } from './public-bodies';
import type { Age, HuaduTown, LegalForm, PlaceKind } from './shop';

/** The place of a store, possibly incomplete. */
interface PlaceInput {
  where: PlaceKind | null;
  town: HuaduTown | null;
  /** China day. */
  movingOn: string | null;
}

/** Whether an age is asked for: of natural persons, not of companies. */
export function asksAge(legalForm: LegalForm | null): boolean {
  return legalForm === 'individual' || legalForm === 'sole_trader';
}

/** A store in Huadu names its town, one that is moving there names the day. */
function placeProblems({ where, town, movingOn }: PlaceInput, now: Instant): FieldIssues {
  if (movingOn !== null && isTooFarAhead(movingOn, now)) {
    return { 'place.movingOn': 'too_far_ahead' };
  }
  if (where === 'huadu' && town === null) return { 'place.town': 'required' };
  if (where === 'moving' && movingOn === null) return { 'place.movingOn': 'required' };
  return {};
}

/** The problems of a registration beyond its single fields. */
export function registrationProblems(
  input: { legalForm: LegalForm | null; place: PlaceInput; age: Age | null },
  now: Instant,
): FieldIssues {
  const problems = placeProblems(input.place, now);
  if (asksAge(input.legalForm) && input.age === null) problems['age'] = 'required';
  return problems;
}

/** The problems of an edited store beyond its single fields. */
export function shopProblems(input: { place: PlaceInput }, now: Instant): FieldIssues {
  return placeProblems(input.place, now);
}

/** The missing fields of the disclosure that a public page needs. */
export function publicPageProblems({
  legalForm,
  disclosure,
}: {
  legalForm: LegalForm;
  disclosure: Disclosure;
}): FieldIssues {
  const problems: FieldIssues = {};
  for (const field of missingDisclosure(legalForm, disclosure)) {
    problems[`disclosure.${field}`] = 'required';
  }
  return problems;
}

/** A name of a store's, with the path of its field. */
type Named = readonly [path: string, name: string];

/**
 * Names that only a public body may have, by their fields. A name that is there already stays while
 * other things are edited.
 */
export function newNamesOfPublicBodies(
  names: readonly Named[],
  known: readonly string[] = [],
): FieldIssues {
  const refused = names.filter(([, name]) => !known.includes(name) && publicBodyIn(name) !== null);
  return Object.fromEntries(refused.map(([path]) => [path, 'public_body' as const]));
}

/** The same of a store as it is: such a store is not shown. */
export function namesOfPublicBodies(shop: {
  name: string;
  accounts: readonly { name: string }[];
}): FieldIssues {
  return newNamesOfPublicBodies([['name', shop.name], ...accountNames(shop.accounts)]);
}

/** The names of accounts with the paths of their fields. */
export function accountNames(accounts: readonly { name: string }[]): Named[] {
  return accounts.map(({ name }, index) => [`accounts.${String(index)}.name`, name]);
}
