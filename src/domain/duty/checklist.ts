import type { FieldIssues } from '../field-issues';

/**
 * Items that the product words itself. Those with an article follow from the Measures for
 * Supervision and Administration of Live E-commerce (Order 117 of 18 December 2025, in force from
 * 1 February 2026); the others are practical.
 */
export const KNOWN_ITEMS = [
  'presenter_identity',
  'identity_reported',
  'licence_valid',
  'seller_checked',
  'seller_shown',
  'goods_prices',
  'content_review',
  'ai_label',
  'corrections_watched',
  'comments_watched',
  'equipment',
  'samples',
  'links_stock',
] as const;
/** One of {@link KNOWN_ITEMS}. */
export type KnownItem = (typeof KNOWN_ITEMS)[number];

/** The articles of Order 117 that the record and the lists are about. */
export const ARTICLES = [25, 26, 27, 28, 30, 31, 32, 37] as const;
/** One of {@link ARTICLES}. */
export type Article = (typeof ARTICLES)[number];

/** Where the order was published officially; its text was read in a copy. */
export const ORDER_ADDRESS = 'https://www.cac.gov.cn/2026-01/07/c_1769516655383334.htm';

/** The article that an item follows from; null for a practical one. */
export const ARTICLE_OF: Readonly<Record<KnownItem, Article | null>> = {
  presenter_identity: 28,
  identity_reported: 28,
  licence_valid: 25,
  seller_checked: 27,
  seller_shown: 26,
  goods_prices: 32,
  content_review: 30,
  ai_label: 37,
  corrections_watched: 31,
  comments_watched: 31,
  equipment: null,
  samples: null,
  links_stock: null,
};

/** An item of a list: one that the product words, or the store's own words. */
export interface ChecklistItem {
  readonly id: string;
  readonly known: KnownItem | null;
  readonly text: string | null;
}

/** A list that sessions get; `name` null: a list to start from, which the product names. */
export interface Checklist {
  readonly id: string;
  readonly name: string | null;
  readonly items: readonly ChecklistItem[];
}

/** Lists that a store starts from. */
export const STARTING_LIST_IDS = ['usual', 'other_seller', 'ai_presenter'] as const;
/** One of {@link STARTING_LIST_IDS}. */
export type StartingListId = (typeof STARTING_LIST_IDS)[number];

/** Lists that a store may keep. */
export const MAX_LISTS = 5;
/** Items of one list. */
export const MAX_ITEMS = 20;
/** Items of a session's list: those of another list chosen later, beside what was done before. */
export const MAX_SESSION_ITEMS = 40;
/** Characters of an item in a store's own words. */
export const MAX_ITEM_LENGTH = 40;
/** Characters of a list's name. */
export const MAX_LIST_NAME_LENGTH = 20;

const STARTING_ITEMS: Readonly<Record<StartingListId, readonly KnownItem[]>> = {
  usual: ['presenter_identity', 'licence_valid', 'goods_prices', 'equipment'],
  other_seller: [
    'presenter_identity',
    'identity_reported',
    'licence_valid',
    'seller_checked',
    'seller_shown',
    'goods_prices',
    'content_review',
    'equipment',
  ],
  ai_presenter: ['ai_label', 'presenter_identity', 'licence_valid', 'goods_prices', 'equipment'],
};

/** An item that the product words; its id is its name. */
function knownItem(known: KnownItem): ChecklistItem {
  return { id: known, known, text: null };
}

/** The lists of a store that never changed them. */
export const STARTING_LISTS: readonly Checklist[] = STARTING_LIST_IDS.map((id) => ({
  id,
  name: null,
  items: STARTING_ITEMS[id].map(knownItem),
}));

/**
 * The list that a session begins with: the store's first one, and for a presenter made by AI the
 * first that has the label among its items. null for a store without lists.
 */
export function firstList(
  lists: readonly Checklist[],
  { isAiPresenter }: { isAiPresenter: boolean },
): Checklist | null {
  const [first = null] = lists;
  if (!isAiPresenter) return first;
  const labelled = lists.find(({ items }) => items.some(({ known }) => known === 'ai_label'));
  return labelled ?? first;
}

/** An item as a form sends it. */
interface ItemInput {
  known: KnownItem | null;
  text: string | null;
}

/** The problems of edited lists beyond their single fields. */
export function listProblems({
  lists,
}: {
  lists: readonly { items: readonly ItemInput[] }[];
}): FieldIssues {
  const problems: FieldIssues = {};
  lists.forEach(({ items }, list) => {
    if (items.length === 0) problems[`lists.${String(list)}.items`] = 'required';
    const seen = new Set<string>();
    items.forEach(({ known, text }, index) => {
      const path = `lists.${String(list)}.items.${String(index)}.text`;
      const words = known ?? (text === null ? '' : `"${text}`);
      if (words === '') problems[path] = 'required';
      else if (known !== null && text !== null) problems[path] = 'unknown_field';
      else if (seen.has(words)) problems[path] = 'repeated';
      seen.add(words);
    });
  });
  return problems;
}
