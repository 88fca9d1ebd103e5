/** A card as the app hands it over; everything in it was checked. */
export interface SharedCard {
  readonly title: string;
  /** Page with its query, starting with `/pages/`. */
  readonly path: string;
  /** `data:image/…` URL, 5:4. */
  readonly picture: string;
}

/** Types of the messages: the desk asks the app for the card of the shown page, the app answers. */
export const SHARE_MESSAGES = {
  request: 'huadu:share-request',
  card: 'huadu:share-card',
} as const;

const MAX_TITLE = 120;
const MAX_PATH = 512;
const MAX_PICTURE = 1_500_000;
const PATH = /^\/pages\/[A-Za-z0-9_-][\w/?&=%.-]*$/;
const PICTURE = /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= max;
}

/** Checks a card that came from outside: a message of the frame, or what the browser kept. */
export function readCard(value: unknown): SharedCard | null {
  if (typeof value !== 'object' || value === null) return null;
  const { title, path, picture } = value as Record<string, unknown>;
  if (!isText(title, MAX_TITLE)) return null;
  if (!isText(path, MAX_PATH) || !PATH.test(path) || path.includes('..')) return null;
  if (!isText(picture, MAX_PICTURE) || !PICTURE.test(picture)) return null;
  return { title, path, picture };
}

/** What a message of the frame says: a card, or that this page has none. */
export type ShareAnswer = { readonly card: SharedCard | null };

/**
 * Reads a message event of the page.
 * @param expected the origin and the window that the app has; anything else is not listened to
 * @returns null when the message is not the app's answer. A malformed card counts as none.
 */
export function readShareMessage(
  event: { readonly origin: string; readonly source: unknown; readonly data: unknown },
  expected: { readonly origin: string; readonly source: unknown },
): ShareAnswer | null {
  if (event.origin !== expected.origin || event.source !== expected.source) return null;
  if (typeof event.data !== 'object' || event.data === null) return null;
  const { type, card } = event.data as Record<string, unknown>;
  return type === SHARE_MESSAGES.card ? { card: readCard(card) } : null;
}
