import { withVerifier } from '../../cloud/access/verifier-role';
import type { PersonDoc, VerifierRecord } from '../../cloud/database/documents';
import type { ReviewDoc } from '../../cloud/database/review-documents';
import type { LocalData } from 'local-cloud/data';

/** Where the roles of verifiers are kept: the data of a local cloud, or an environment. */
export interface RoleStore {
  /** The person who handed in what has this receipt number; null: there is none. */
  personOfReceipt(receipt: string): Promise<string | null>;
  /** Everyone who is a verifier now. */
  verifiers(): Promise<{ person: string; verifier: VerifierRecord }[]>;
  /** Gives a person the role, or (null) takes it away. */
  setRole(person: string, verifier: VerifierRecord | null): Promise<void>;
}

/** The roles in the data folder of a local cloud that is not running. */
export function localRoles({ database }: Pick<LocalData, 'database'>): RoleStore {
  return {
    personOfReceipt: async (receipt) => {
      const [review] = database.find('reviews', { receipt }) as unknown as ReviewDoc[];
      return review?.submittedBy ?? null;
    },
    verifiers: async () =>
      (database.readAll('people') as unknown as PersonDoc[]).flatMap(({ _id, verifier }) =>
        verifier === null ? [] : [{ person: _id, verifier }],
      ),
    setRole: async (person, verifier) => {
      const [known] = database.find('people', { _id: person }) as unknown as PersonDoc[];
      const { _id, ...fields } = withVerifier(person, known ?? null, verifier);
      await database.put('people', _id, { ...fields });
    },
  };
}

/** The part of wx-server-sdk that roles need. */
export interface RoleSdk {
  database(): {
    command: { set(value: unknown): unknown; exists(value: boolean): unknown };
    collection(name: string): {
      doc(id: string): {
        get(): Promise<{ data: unknown }>;
        set(options: { data: unknown }): Promise<unknown>;
        update(options: { data: unknown }): Promise<unknown>;
      };
      where(query: object): { limit(count: number): { get(): Promise<{ data: unknown[] }> } };
    };
  };
}

/** Verifiers that are shown of an environment. */
const MAX_SHOWN_VERIFIERS = 1000;

/** The roles of an environment. */
export function environmentRoles(sdk: RoleSdk): RoleStore {
  const db = sdk.database();
  const people = db.collection('people');
  return {
    personOfReceipt: async (receipt) => {
      const { data } = await db.collection('reviews').where({ receipt }).limit(1).get();
      return (data as ReviewDoc[])[0]?.submittedBy ?? null;
    },
    verifiers: async () => {
      const where = { 'verifier.name': db.command.exists(true) };
      const { data } = await people.where(where).limit(MAX_SHOWN_VERIFIERS).get();
      return (data as PersonDoc[]).flatMap(({ _id, verifier }) =>
        verifier === null ? [] : [{ person: _id, verifier }],
      );
    },
    setRole: async (person, verifier) => {
      const doc = people.doc(person);
      const { data } = await doc.get();
      // Of a person with stores only the role is written: their stores may change meanwhile.
      if (data !== null) await doc.update({ data: { verifier: db.command.set(verifier) } });
      else if (verifier !== null) {
        const { _id, ...fields } = withVerifier(person, null, verifier);
        await doc.set({ data: fields });
      }
    },
  };
}
