import {
  type Element as ComponentElement,
  Event as ComponentEvent,
  type ShadowedEvent,
} from 'glass-easel';

/** An element of the screen with its node of WeChat's component framework. */
export type ScreenElement = HTMLElement & { __wxElement?: ComponentElement };

/** The framework's node of an element, or of its nearest ancestor that has one. */
export function nodeAt(element: Element | null): ComponentElement | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const node = (at as ScreenElement).__wxElement;
    if (node) return node;
  }
  return null;
}

/** The value that the template gave to an attribute of a built-in component. */
export function attributeOf(element: HTMLElement, name: string): unknown {
  return (element as ScreenElement).__wxElement?.getAttribute(name);
}

/** Whether a built-in component is disabled. */
export function isDisabled(element: HTMLElement): boolean {
  return attributeOf(element, 'disabled') === true;
}

/** How many events methods of programs have received. */
let received = 0;

/**
 * Sends an event from a built-in component. Form events do not bubble.
 * @returns whether a method of the program received it
 */
export function emit(
  element: HTMLElement,
  name: string,
  detail: unknown,
  bubbles: boolean = false,
): boolean {
  const node = nodeAt(element);
  if (!node) return false;
  const before = received;
  ComponentEvent.dispatchEvent(
    node,
    new ComponentEvent(name, detail, { bubbles, composed: bubbles, capturePhase: true }),
  );
  return received > before;
}

function targetOf(node: ComponentElement): object {
  return {
    id: node.id,
    dataset: JSON.parse(JSON.stringify(node.dataset ?? {})) as object,
    offsetLeft: 0,
    offsetTop: 0,
  };
}

function isComponentEvent(value: unknown): value is ShadowedEvent<unknown> {
  return value instanceof ComponentEvent;
}

/** Events that carry the place of a touch. */
const TOUCHES = ['tap', 'longpress'];

/** The event as a program receives it: plain data without objects of the screen. */
function plainEvent(event: ShadowedEvent<unknown>): object {
  const touches = TOUCHES.includes(event.type)
    ? [{ identifier: 0, ...(event.detail as object) }]
    : [];
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: targetOf(event.target),
    currentTarget: targetOf(event.currentTarget),
    mark: { ...event.mark },
    detail: event.detail,
    touches: [],
    changedTouches: touches,
  };
}

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Wraps a method of the program so that it receives plain events.
 * @param onEvent called for each of them
 */
export function receivingPlainEvents(method: AnyFunction, onEvent: () => void): AnyFunction {
  return function receive(this: unknown, ...args: unknown[]) {
    if (args.some(isComponentEvent)) {
      received += 1;
      onEvent();
    }
    return method.apply(
      this,
      args.map((value) => (isComponentEvent(value) ? plainEvent(value) : value)),
    );
  };
}
