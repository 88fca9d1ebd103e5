import type { Host } from '../host';

interface Queryable {
  createSelectorQuery(): unknown;
}

/** Sizes and places of what is on the page. */
export function selectorQuery(host: Host): Record<string, unknown> {
  return {
    createSelectorQuery: () =>
      (host.stack.top.instance as unknown as Queryable).createSelectorQuery(),
  };
}
