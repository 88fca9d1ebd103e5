/**
 * The person for whom the desk opened this frame (`?person=…`), under whose name copies and drafts
 * lie on this device; null for a person not identified.
 */
export function personOnDevice(): string | null {
  const person = new URLSearchParams(window.location.search).get('person');
  return person === null || person === '' ? null : person;
}
