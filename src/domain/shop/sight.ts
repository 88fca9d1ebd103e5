/** Whose money a person sees in a store: all of it, or what one host sold, or none. */
export interface Sight {
  readonly isWhole: boolean;
  readonly hostId: string | null;
}

/** Whether what a host sold is seen; null for what names no host. */
export function sees({ isWhole, hostId }: Sight, seller: string | null): boolean {
  return isWhole || (hostId !== null && hostId === seller);
}
