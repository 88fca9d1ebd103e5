import { emit } from './events';

/** How long WeChat waits before it sends a long press, ms. */
const HOLD_MS = 350;

/**
 * Sends `longpress` from what is held for 350 ms, and then no tap, if the program took the long
 * press: https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
export function sendLongPresses(root: HTMLElement, window: Window): void {
  let holding: number | undefined;
  const press = ({ target }: globalThis.Event): void => {
    delete root.dataset.held;
    window.clearTimeout(holding);
    holding = window.setTimeout(() => {
      const isTaken = emit(target as HTMLElement, 'longpress', { x: 0, y: 0 }, true);
      if (isTaken) root.dataset.held = '';
    }, HOLD_MS);
  };
  const release = (): void => window.clearTimeout(holding);
  for (const name of ['touchstart', 'mousedown']) root.addEventListener(name, press, true);
  for (const name of ['touchend', 'touchmove', 'touchcancel', 'mouseup', 'mouseleave']) {
    root.addEventListener(name, release, true);
  }
}

/** Whether a long press was taken on the screen of an element: then no tap follows. */
export function isHeld(element: HTMLElement): boolean {
  return element.closest('[data-held]') !== null;
}
