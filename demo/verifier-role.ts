import type { LocalCloud } from 'local-cloud';

import { withVerifier } from '../cloud/access/verifier-role';
import type { PersonDoc, VerifierRecord } from '../cloud/database/documents';

/** Gives a person of a local cloud the role of a verifier, or (null) takes it away. */
export async function setVerifier(
  { database }: Pick<LocalCloud, 'database'>,
  person: string,
  verifier: VerifierRecord | null,
): Promise<void> {
  const [known] = database.find('people', { _id: person });
  const { _id, ...fields } = withVerifier(person, (known ?? null) as PersonDoc | null, verifier);
  await database.put('people', _id, fields);
}
