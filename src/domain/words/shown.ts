/** What its own people know of the words of something that others do not see yet. */
export interface WithWaiting {
  readonly waiting: readonly { readonly field: string; readonly shown: string | null }[];
}

/** The text that others see in a field: the released one while the typed one waits. */
export function shownText({ waiting }: WithWaiting, field: string, typed: string): string {
  return waiting.find((words) => words.field === field)?.shown ?? typed;
}
