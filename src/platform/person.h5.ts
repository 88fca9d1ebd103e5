/** The person for whom the desk opened this frame (`?person=…`), `nobody` without one. */
export function personInAddress(): string | null {
  const person = new URLSearchParams(window.location.search).get('person');
  return person === null || person === '' ? null : person;
}

/** Name under which copies and drafts lie on this device. */
export const personOnDevice = (): string => personInAddress() ?? 'nobody';
