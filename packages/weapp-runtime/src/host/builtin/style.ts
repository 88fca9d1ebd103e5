/** WeChat's default style of its built-in components. */
export const BUILT_IN_STYLE = `
wx-page, wx-view, wx-scroll-view, wx-picker, wx-slider { display: block; }
wx-text { display: inline; white-space: pre-line; }
wx-scroll-view { overflow: auto; }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
wx-image img { width: 100%; height: 100%; display: block; }
wx-button { display: block; box-sizing: border-box; margin: 0 auto; padding: 0 14px; text-align: center;
  font-size: 18px; line-height: 2.55555556; border-radius: 5px; overflow: hidden; color: #000;
  background: #f8f8f8; cursor: default; user-select: none; position: relative; }
wx-button::after { content: ' '; position: absolute; inset: 0; border: 1px solid rgba(0, 0, 0, 0.2);
  border-radius: 5px; pointer-events: none; }
wx-input, wx-textarea { display: block; position: relative; overflow: hidden; height: 1.4em; }
wx-textarea { width: 300px; height: 150px; }
wx-input input, wx-textarea textarea { width: 100%; height: 100%; min-height: inherit; margin: 0; padding: 0; border: 0;
  outline: 0; background: none; color: inherit; font: inherit; text-align: inherit; resize: none; display: block; }
.wx-placeholder { position: absolute; inset: 0; display: flex; align-items: center; color: gray; pointer-events: none; }
wx-input .wx-placeholder { overflow: hidden; white-space: nowrap; }
wx-textarea .wx-placeholder { align-items: flex-start; }
.wx-placeholder[hidden] { display: none; }
wx-switch { display: inline-block; box-sizing: border-box; width: 52px; height: 32px; border-radius: 16px;
  background: #dfdfdf; position: relative; vertical-align: middle; }
wx-switch::after { content: ''; position: absolute; top: 2px; left: 2px; width: 28px; height: 28px;
  border-radius: 14px; background: #fff; transition: transform 0.2s; }
wx-switch.wx-on { background: #04be02; }
wx-switch.wx-on::after { transform: translateX(20px); }
wx-slider { margin: 10px 18px; }
wx-slider input { width: 100%; }
`;
