// A store as the checker keeps it: what its people were answered, and what follows from that.
import type { EndpointName } from '../../../src/contract/endpoints';
import type { Envelope } from '../../../src/contract/envelope';
import type { Role } from '../../../src/domain/shop/shop';
import { type ModelSession, SessionModel } from '../../testkit/session-model';
import type { Interval } from '../linearize';

/** A host of the store. */
export interface DeskHost {
  version: number;
  name: string;
  isRetired: boolean;
  /** Who joined as this host. */
  person: Person | null;
}

/** A person of the store. */
export interface DeskMember {
  readonly person: Person;
  role: Role;
  hostId: string | null;
}

/** An invitation; one with a member offers the store to them. */
export interface DeskInvitation {
  readonly code: string;
  readonly role: Role;
  readonly hostId: string | null;
  readonly memberId: string | null;
  readonly endsAt: number;
}

/** A report about the store's pages. */
export interface DeskReport {
  version: number;
  is: 'waiting' | 'suspended' | 'closed';
}

/** The record of a session. */
export interface DeskDuty {
  version: number;
  /** When the item `equipment` was ticked; null: it is open. */
  tickedAt: string | null;
  corrections: string[];
}

/** The store. */
export interface DeskState {
  shopVersion: number;
  name: string;
  /** Whether its words could not be checked, so that a later write of its people checks them again. */
  isUnchecked: boolean;
  /** Whether what must be disclosed is among those words. */
  willDisclose: boolean;
  isPublished: boolean;
  hasDisclosure: boolean;
  /** Whether who the store is was looked at. */
  verification: 'unverified' | 'waiting' | 'returned' | 'verified';
  hosts: Record<string, DeskHost>;
  members: Record<string, DeskMember>;
  /** Members that ever were: they are numbered. */
  memberCount: number;
  /** Invitations by id; those that have ended too. */
  invitations: Record<string, DeskInvitation>;
  /** Reports of which more is known than that they wait. */
  reports: Record<string, DeskReport>;
  reportsWaiting: number;
  /** The report because of which the store's pages are not shown. */
  suspendedBy: string | null;
  /** Whether the store has asked to be shown again. */
  hasAppealed: boolean;
  duties: Record<string, DeskDuty>;
  listsVersion: number;
  /** Ids of the marks of each session's console. */
  marks: Record<string, string[]>;
  /** Ids of entries, declared facts and series, for those who are about them. */
  entries: string[];
  facts: string[];
  series: string[];
  sessions: Map<string, ModelSession>;
}

/** A copy that can be changed apart. */
export function copyOf(state: DeskState): DeskState {
  return structuredClone(state);
}

/** The sessions of a state, with the rules of their steps. */
export function modelOf({ sessions }: DeskState): SessionModel {
  return Object.assign(new SessionModel(), { sessions });
}

/** Sessions that are one evening once they are joined, by two. */
export function joinablePairs(state: DeskState): (readonly [string, string])[] {
  const model = modelOf(state);
  const ids = [...state.sessions.keys()];
  return ids.flatMap((first, index) =>
    ids
      .slice(index + 1)
      .filter((second) => model.canJoin([first, second]) === true)
      .map((second) => [first, second] as const),
  );
}

/** Sessions that stand for an evening of several pieces. */
export function eveningsOf({ sessions }: DeskState): string[] {
  return [...sessions.values()].filter(({ pieces }) => pieces.length > 0).map(({ id }) => id);
}

/** The record of a session; one without anything where there is none yet. */
export function dutyOf({ duties }: DeskState, sessionId: string): DeskDuty {
  return (duties[sessionId] ??= { version: 0, tickedAt: null, corrections: [] });
}

/** People who call, by what they are in the store. */
export const PEOPLE = [
  'owner',
  'partner',
  'operator',
  'guest',
  'other',
  'viewer',
  'verifier',
] as const;
/** One of {@link PEOPLE}. */
export type Person = (typeof PEOPLE)[number];

/** A call with its answer. */
export interface Operation extends Interval {
  readonly person: Person;
  readonly endpoint: EndpointName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: Envelope<unknown>;
  /** The instants at which it was tried. */
  readonly ats: readonly string[];
  /** Whether another write about the same was accepted meanwhile. */
  isBeside?: boolean;
}
