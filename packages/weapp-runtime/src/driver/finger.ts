/** Taps an element: dispatches the mouse events that a browser makes of a tap. */
export function tapElement(element: Element): void {
  const { defaultView } = element.ownerDocument;
  if (!defaultView) throw new Error('the element is not in a window');
  const at = { bubbles: true, cancelable: true, composed: true, clientX: 1, clientY: 1 };
  for (const name of ['mousedown', 'mouseup', 'click']) {
    element.dispatchEvent(new defaultView.MouseEvent(name, at));
  }
}

/** Longer than WeChat waits before it sends a long press, ms. */
const HOLD_MS = 400;

/** Holds an element until it is a long press, and lets it go. */
export async function holdElement(element: Element): Promise<void> {
  const { defaultView } = element.ownerDocument;
  if (!defaultView) throw new Error('the element is not in a window');
  const at = { bubbles: true, cancelable: true, composed: true, clientX: 1, clientY: 1 };
  const send = (name: string): boolean =>
    element.dispatchEvent(new defaultView.MouseEvent(name, at));
  send('mousedown');
  await new Promise((done) => defaultView.setTimeout(done, HOLD_MS));
  send('mouseup');
  send('click');
}

/** Types a text into a field, all at once. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const { defaultView } = field.ownerDocument;
  if (!defaultView) throw new Error('the field is not in a window');
  field.dispatchEvent(new defaultView.FocusEvent('focus'));
  field.value = text;
  field.dispatchEvent(new defaultView.Event('input', { bubbles: true }));
  field.dispatchEvent(new defaultView.FocusEvent('blur'));
}
