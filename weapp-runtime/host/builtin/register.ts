import { WxImage } from './image';
import { WxPicker } from './picker';
import type { ShowSheet } from './picker';
import { WxSlider } from './slider';
import { WxSwitch } from './switch';
import { WxInput, WxTextarea } from './text-field';

/**
 * Built-in components that act by themselves. `view`, `text`, `button` and `scroll-view` only
 * hold others: the framework draws them, the host hears their taps.
 */
const ELEMENTS = {
  'wx-image': WxImage,
  'wx-input': WxInput,
  'wx-picker': WxPicker,
  'wx-slider': WxSlider,
  'wx-switch': WxSwitch,
  'wx-textarea': WxTextarea,
} as const;

/** What the built-in components ask of the host. */
export interface BuiltInServices {
  readonly showSheet: ShowSheet;
  readonly findPicture: (path: string) => string | null;
}

/** Makes the built-in components known to a window, once; the latest services serve them. */
export function registerBuiltIns(window: Window, services: BuiltInServices): void {
  WxPicker.showSheet = services.showSheet;
  WxImage.findPicture = services.findPicture;
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!window.customElements.get(name)) window.customElements.define(name, element);
  }
}
