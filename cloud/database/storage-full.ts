/** There is no space for what was to be written, and nothing of it was. */
export class StorageFull extends Error {}
