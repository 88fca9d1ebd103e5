import { attributeOf, isDisabled, nodeAt } from './events';
import type { Host } from './host';
import type { Page } from './page';
import { isSinglePage } from './single-page';
import type { SharedCard } from './types';

interface ShareAnswer {
  readonly title?: string;
  readonly path?: string;
  readonly imageUrl?: string;
}

function cardOf(host: Host, page: Page, answer: ShareAnswer): SharedCard {
  const path = answer.path ?? page.path;
  return {
    title: answer.title ?? host.build.app.window?.navigationBarTitleText ?? '',
    path: path.startsWith('/') ? path : `/${path}`,
    imageUrl: answer.imageUrl ?? null,
  };
}

/**
 * Asks the shown page for its card. Like WeChat's menu and share buttons it does not wait for a
 * promise.
 * @returns null when the page cannot be shared
 */
export function shareShownPage(
  host: Host,
  from: 'menu' | 'button',
  target?: object,
): SharedCard | null {
  const page = host.stack.top;
  if (!page.has('onShareAppMessage')) return null;
  if (from === 'menu' && !page.isShareMenuShown) return null;
  const answer = page.call('onShareAppMessage', { from, target }) as ShareAnswer | undefined;
  const card = cardOf(host, page, answer ?? {});
  host.shared(card);
  return card;
}

/**
 * Asks the shown page for what it shares to Moments. WeChat requires the hook for chats as well.
 * @returns null when the page cannot be shared there
 */
export function shareShownPageToTimeline(host: Host): { title: string; query: string } | null {
  const page = host.stack.top;
  const canShare = page.has('onShareAppMessage') && page.isShareMenuShown;
  if (!canShare || !page.has('onShareTimeline')) return null;
  const answer = (page.call('onShareTimeline') ?? {}) as { title?: string; query?: string };
  const own = page.path.split('?')[1] ?? '';
  return { title: answer.title ?? '', query: answer.query ?? own };
}

/** Acts on the open-type of a tapped button. @throws Error that names an unknown one */
function actOn(host: Host, button: HTMLElement): void {
  const kind = attributeOf(button, 'open-type');
  if (kind === undefined || kind === null || kind === '' || isDisabled(button)) return;
  if (kind !== 'share')
    throw new Error(`weapp-runtime has no button of open-type ${JSON.stringify(kind)}`);
  if (isSinglePage(host.entry)) return;
  const node = nodeAt(button);
  shareShownPage(host, 'button', { id: node?.id, dataset: node?.dataset });
}

/** Makes share buttons work. @returns what stops it */
export function listenForShareButtons(host: Host): () => void {
  const handleTap = (event: Event): void => {
    const button = (event.target as Element | null)?.closest<HTMLElement>('wx-button');
    if (button) host.guard(() => actOn(host, button));
  };
  host.screen.pages.addEventListener('click', handleTap);
  return () => host.screen.pages.removeEventListener('click', handleTap);
}
