import type { DrawnShareCard } from '../domain/share-card';
import type { SharePort } from './types';

const REQUEST = 'huadu:share-request';
const CARD = 'huadu:share-card';

function post(card: DrawnShareCard | null): void {
  // The desk and the frame are one origin; no other page may read a card.
  if (window.parent !== window) {
    window.parent.postMessage({ type: CARD, card }, window.location.origin);
  }
}

function isRequest(event: MessageEvent<unknown>): boolean {
  const { data } = event;
  return (
    event.origin === window.location.origin &&
    event.source === window.parent &&
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === REQUEST
  );
}

/** The desk beside the frame stands in for the chat: it asks for the page's card, or is given one. */
export function createShare(): SharePort {
  let shown: DrawnShareCard | null = null;
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isRequest(event)) post(shown);
  });
  return {
    canPost: true,
    setCard(card) {
      shown = card;
    },
    isFromGroup: () => false,
    post,
  };
}
