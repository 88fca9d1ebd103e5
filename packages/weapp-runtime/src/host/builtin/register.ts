import { WxCanvas } from './canvas';
import { WxImage } from './image';
import { WxPicker } from './picker';
import { WxSlider } from './slider';
import { WxSwitch } from './switch';
import { WxInput, WxTextarea } from './text-field';

/**
 * Built-in components with behaviour of their own. `view`, `text`, `button` and `scroll-view` need
 * none: the framework draws them, and the host handles their taps.
 */
const ELEMENTS = {
  'wx-canvas': WxCanvas,
  'wx-image': WxImage,
  'wx-input': WxInput,
  'wx-picker': WxPicker,
  'wx-slider': WxSlider,
  'wx-switch': WxSwitch,
  'wx-textarea': WxTextarea,
} as const;

/** Defines the built-in components in a window, once. */
export function registerBuiltIns(window: Window): void {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!window.customElements.get(name)) window.customElements.define(name, element);
  }
}
