import type { PersonDoc, VerifierRecord } from '../database/documents';

/** A person's document with the role of a verifier, or (null) without it. */
export function withVerifier(
  person: string,
  known: Omit<PersonDoc, '_id'> | null,
  verifier: VerifierRecord | null,
): PersonDoc {
  return { seats: {}, hostIds: [], unchecked: [], reports: null, ...known, _id: person, verifier };
}
