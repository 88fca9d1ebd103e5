import type { WxCanvas } from '../builtin/canvas';
import { nodeAt } from '../events';
import type { Host } from '../host';

type Wanted = Readonly<Record<string, unknown>>;
type OnFound = (found: Record<string, unknown> | null) => void;

interface Query {
  select(selector: string): { fields(wanted: Wanted, onFound?: OnFound): unknown };
}

/** The framework's query gives no `node`, which a canvas has: it is added to what is found. */
function withNodes(query: Query, view: HTMLElement): Query {
  const select = query.select.bind(query);
  const canvasOf = (id: unknown): object | null => {
    const all = Array.from(view.querySelectorAll<WxCanvas>('wx-canvas'));
    return all.find((canvas) => nodeAt(canvas)?.id === id)?.node ?? null;
  };
  query.select = (selector) => {
    const nodes = select(selector);
    const fields = nodes.fields.bind(nodes);
    nodes.fields = (wanted, onFound) => {
      const withId = wanted.node === true ? { ...wanted, id: true } : wanted;
      return fields(withId, (found) => {
        if (found && wanted.node === true) found.node = canvasOf(found.id);
        onFound?.(found);
      });
    };
    return nodes;
  };
  return query;
}

/** Sizes and positions of elements of the page, and its canvases. */
export function selectorQuery(host: Host): Record<string, unknown> {
  return {
    createSelectorQuery: () => {
      const { instance, view } = host.stack.top;
      const page = instance as unknown as { createSelectorQuery(): Query };
      return withNodes(page.createSelectorQuery(), view);
    },
  };
}
