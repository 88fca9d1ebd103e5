import { WxImage } from './image';
import { WxPicker } from './picker';
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

/** Makes the built-in components known to a window, once. */
export function registerBuiltIns(window: Window): void {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!window.customElements.get(name)) window.customElements.define(name, element);
  }
}
