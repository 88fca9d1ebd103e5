/** Every word of the sources under a folder: what is used stands there by its name. */
export const wordsUnder: (folder: string) => ReadonlySet<string>;
