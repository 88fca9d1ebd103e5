/** Taps an element: dispatches the mouse events that a browser makes of a tap. */
export function tapElement(element: Element): void {
  const { defaultView } = element.ownerDocument;
  if (!defaultView) throw new Error('the element is not in a window');
  const at = { bubbles: true, cancelable: true, composed: true, clientX: 1, clientY: 1 };
  for (const name of ['mousedown', 'mouseup', 'click']) {
    element.dispatchEvent(new defaultView.MouseEvent(name, at));
  }
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
