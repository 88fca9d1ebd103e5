// A cloud function that answers as many characters as it is asked for.

/** @returns text of that size; empty when no size is given. */
export async function main(event: { readonly answerBytes?: number }): Promise<string> {
  return 'x'.repeat(event.answerBytes ?? 0);
}
