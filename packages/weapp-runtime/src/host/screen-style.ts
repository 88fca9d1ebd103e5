/** Style of the phone around the pages: tab bar, toast, dialog and sheets, as WeChat draws them. */
export const SCREEN_STYLE = `
.wx-screen { position: relative; display: flex; flex-direction: column; width: 100%; height: 100%; overflow: hidden;
  font: 16px/1.4 -apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
  background: #ededed; color: #000; transform: translateZ(0); --wx-tabs: 0px; }
.wx-screen.wx-with-tabs { --wx-tabs: 50px; }
.wx-pages { flex: 1; position: relative; min-height: 0; }
.wx-page-view { position: absolute; inset: 0; overflow-x: hidden; overflow-y: auto; transform: translateZ(0); }
.wx-page-view[hidden] { display: none; }
.wx-page-view > wx-page { min-height: 100%; box-sizing: border-box; }
.wx-tabs { display: flex; height: 50px; flex: none; background: #f7f7f7; border-top: 1px solid rgba(0, 0, 0, 0.1); }
.wx-tabs[hidden] { display: none; }
.wx-single { flex: none; height: 50px; line-height: 50px; background: #f7f7f7; border-top: 1px solid rgba(0, 0, 0, 0.1);
  color: #576b95; font-size: 16px; text-align: center; }
.wx-tabs button { flex: 1; border: 0; background: none; padding: 4px 0 0; font: inherit; font-size: 10px; color: inherit; }
.wx-tabs img { display: block; width: 26px; height: 26px; margin: 0 auto 2px; }
.wx-layer { position: absolute; inset: 0; z-index: 1000; background: rgba(0, 0, 0, 0.5); display: flex; }
.wx-modal { margin: auto; width: 80%; background: #fff; border-radius: 12px; overflow: hidden; text-align: center; }
.wx-modal-title { font-size: 17px; margin: 28px 20px 0; }
.wx-modal-text { margin: 16px 20px 28px; color: rgba(0, 0, 0, 0.55); white-space: pre-line; }
.wx-modal button { width: 50%; height: 56px; border: 0; border-top: 1px solid rgba(0, 0, 0, 0.1); background: none; font: inherit;
  font-size: 17px; font-weight: 500; }
.wx-modal button:only-of-type { width: 100%; }
.wx-modal button:last-child { color: #576b95; }
.wx-sheet { margin-top: auto; width: 100%; max-height: 70%; overflow: auto; background: #f7f7f7; border-radius: 12px 12px 0 0; }
.wx-sheet button { display: block; width: 100%; min-height: 56px; border: 0; border-top: 1px solid rgba(0, 0, 0, 0.1);
  background: #fff; font: inherit; font-size: 17px; }
.wx-sheet input { display: block; width: 80%; margin: 24px auto; font: inherit; font-size: 20px; padding: 8px; }
.wx-toast { position: absolute; z-index: 1100; left: 50%; top: 40%; transform: translate(-50%, -50%); max-width: 70%;
  padding: 14px 20px; border-radius: 12px; background: #4c4c4c; color: #fff; font-size: 15px; text-align: center; }
.wx-dark { background: #111; color: #d1d1d1; }
.wx-dark .wx-tabs, .wx-dark .wx-single { background: #1e1e1e; border-color: rgba(255, 255, 255, 0.1); }
.wx-dark .wx-single, .wx-dark .wx-modal button:last-child { color: #7d90a9; }
.wx-dark .wx-modal, .wx-dark .wx-sheet, .wx-dark .wx-sheet button { background: #2c2c2c; color: #d1d1d1; }
.wx-dark .wx-modal-text { color: rgba(255, 255, 255, 0.55); }
.wx-dark .wx-modal button, .wx-dark .wx-sheet button { color: #d1d1d1; border-color: rgba(255, 255, 255, 0.1); }
`;
