import { hooks } from '@tarojs/shared';

/** A node as Taro sends it to the screen; `v` holds the words of a text. */
interface SentNode {
  readonly cn?: { v?: string; sid?: string }[];
}

/**
 * Leaves out the id of a text that is alone in its element, as nearly all are: no template reads
 * it, and it is a tenth of what a list sends. Several children keep theirs, by which WeChat tells
 * them apart.
 */
export function sendTextsWithoutIds(): void {
  hooks.tap('modifyHydrateData', ({ cn = [] }: SentNode) => {
    const [only] = cn;
    if (cn.length === 1 && only?.v !== undefined) delete only.sid;
  });
}
