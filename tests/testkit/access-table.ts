import type { AnyEndpoint, Need } from '../../cloud/endpoint/endpoint';
import * as api from '../../cloud/endpoints/api';
import * as publicEndpoints from '../../cloud/endpoints/public';
import type { EndpointKind } from '../../src/contract/endpoint';
import { can } from '../../src/domain/shop/capabilities';
import { type Role, ROLES } from '../../src/domain/shop/shop';

/** The order of a module's exports depends on what loads it. */
function byName(endpoints: Readonly<Record<string, AnyEndpoint>>): AnyEndpoint[] {
  const nameOf = ({ definition }: AnyEndpoint): string => definition.name;
  return Object.values(endpoints).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** The endpoints of each cloud function as it answers them. */
export const ANSWERED: Readonly<Record<'api' | 'public', readonly AnyEndpoint[]>> = {
  api: byName(api),
  public: byName(publicEndpoints),
};

/** Who may call an endpoint. */
export interface AccessRow {
  name: string;
  kind: EndpointKind;
  /** What the caller must be allowed to; null where the endpoint itself decides. */
  needs: Need | null;
  /** Roles whose people are let in; none where no store decides. */
  roles: readonly Role[];
}

/** Every endpoint with who may call it: kind from the contract, capability from the cloud. */
export function accessTable(): AccessRow[] {
  return [...ANSWERED.api, ...ANSWERED.public].map(({ definition: { name, kind }, needs }) => ({
    name,
    kind,
    needs,
    roles: needs === null || needs === 'verifier' ? [] : ROLES.filter((role) => can(role, needs)),
  }));
}
