import { PATHS } from '../../src/paths';

/** Who may open the app at the desk, in the order of the switch. */
export const PEOPLE = [
  'streamer',
  'company',
  'mcn',
  'host',
  'verifier',
  'viewer',
  'nobody',
] as const;

/** A person of the demo, or an anonymous visitor: `nobody`. */
export type PersonId = (typeof PEOPLE)[number];

/** Where the app starts. */
export const HOME = PATHS.home.url();

/** Whether a value names a person of the demo. */
export function isPersonId(value: unknown): value is PersonId {
  return PEOPLE.some((person) => person === value);
}

/**
 * The address that opens a page of the app as a person.
 * @param path page with its query, starting with `/`
 * @param face `h5`, the browser build, or `weapp`, the mini program
 */
export function appAddress(person: PersonId, path: string, face: string): string {
  const query = person === 'nobody' ? '' : `?person=${person}`;
  return `/${face}/index.html${query}#${path}`;
}
