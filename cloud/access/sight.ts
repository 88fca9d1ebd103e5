import { can } from '../../src/domain/shop/capabilities';
import type { Role } from '../../src/domain/shop/shop';
import type { Sight } from '../../src/domain/shop/sight';

/** A caller with a seat in the store. */
export interface Seeing {
  readonly sight: Sight;
}

/** Whose money a person with a seat sees: a host sees their own, and a floor manager none. */
export function sightOf({ role, hostId }: { role: Role; hostId: string | null }): Sight {
  return { isWhole: can(role, 'sales.read'), hostId: role === 'host' ? hostId : null };
}
