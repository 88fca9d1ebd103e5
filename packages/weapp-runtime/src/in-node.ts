import { JSDOM } from 'jsdom';

/**
 * Gives Node a window without layout, for tests: only the names that the host and WeChat's
 * component framework take from a browser. Everything else stays Node's own, so that a cloud may
 * run in the same process. Import this before anything of `host/`.
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
