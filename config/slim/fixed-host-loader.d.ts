/** What Taro tells React's reconciler about its host. */
export const HOST: Readonly<Record<string, boolean>>;
export default function fixHost(source: string): string;
