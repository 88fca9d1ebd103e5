import type { Host } from '../host';

interface Queryable {
  createSelectorQuery(): unknown;
}

/** Sizes and positions of elements of the page. */
export function selectorQuery(host: Host): Record<string, unknown> {
  return {
    createSelectorQuery: () =>
      (host.stack.top.instance as unknown as Queryable).createSelectorQuery(),
  };
}
