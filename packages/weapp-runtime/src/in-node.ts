import { JSDOM } from 'jsdom';

/**
 * Gives Node a window without layout: only the globals that the host and WeChat's component
 * framework need. All others stay Node's, so that a server can run in the same process. Import this
 * before anything of `host/`.
 */
const { window } = new JSDOM('<!doctype html><html><body></body></html>', {
  pretendToBeVisual: true,
  url: 'https://weapp.invalid/',
});

Object.assign(globalThis, {
  window,
  document: window.document,
  Event: window.Event,
  HTMLElement: window.HTMLElement,
});
