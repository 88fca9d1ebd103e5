import { isPersonId, type PersonId } from './people';
import { readCard, type SharedCard } from './share-message';

/** A card in the chat. */
export interface ChatMessage {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly sender: PersonId;
  readonly card: SharedCard;
}

/** The part of localStorage the chat needs. */
export type ChatStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'huadu-desk.chat';
const MAX_MESSAGES = 30;
const SILENCE_MS = 5 * 60_000;

function readMessage(value: unknown): ChatMessage[] {
  if (typeof value !== 'object' || value === null) return [];
  const { at, sender, card: kept } = value as Record<string, unknown>;
  const card = readCard(kept);
  return typeof at === 'number' && Number.isFinite(at) && isPersonId(sender) && card
    ? [{ at, sender, card }]
    : [];
}

/** Reads the kept chat without malformed messages. */
export function loadChat(storage: ChatStorage): ChatMessage[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(readMessage) : [];
  } catch {
    return [];
  }
}

/** Keeps the chat; the oldest cards go when there are many or the browser's store is full. */
export function saveChat(storage: ChatStorage, messages: readonly ChatMessage[]): ChatMessage[] {
  for (let kept = messages.slice(-MAX_MESSAGES); kept.length > 0; kept = kept.slice(1)) {
    try {
      storage.setItem(KEY, JSON.stringify(kept));
      return kept;
    } catch {
      // Full: try again without the oldest.
    }
  }
  storage.removeItem(KEY);
  return [];
}

/** Whether a time line stands above a message: at the start, and after five minutes of silence. */
export function needsTimeLine(message: ChatMessage, before: ChatMessage | undefined): boolean {
  return before === undefined || message.at - before.at > SILENCE_MS;
}
