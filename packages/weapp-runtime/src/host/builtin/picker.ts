import { attributeOf, emit, isDisabled } from '../events';
import { type PickerSheet, servicesOf } from './services';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `picker`: a tap opens a sheet. Modes: selector, date and time. */
export class WxPicker extends HTMLElement {
  private isReady = false;

  connectedCallback(): void {
    if (this.isReady) return;
    this.isReady = true;
    this.addEventListener('click', () => servicesOf(this).guard(() => this.open()));
  }

  private sheet(): PickerSheet {
    const mode = attributeOf(this, 'mode') ?? 'selector';
    const value = attributeOf(this, 'value');
    if (mode === 'selector') {
      const key = attributeOf(this, 'range-key');
      const range = (attributeOf(this, 'range') ?? []) as readonly unknown[];
      const options = range.map((item) =>
        String(typeof key === 'string' ? (item as Record<string, unknown>)[key] : item),
      );
      return { mode, options, value: Number(value ?? 0) };
    }
    if (mode !== 'date' && mode !== 'time') {
      throw new Error(`weapp-runtime has no picker of mode ${JSON.stringify(mode)}`);
    }
    return {
      mode,
      value: textOf(value),
      start: textOf(attributeOf(this, 'start')),
      end: textOf(attributeOf(this, 'end')),
      fields: textOf(attributeOf(this, 'fields')),
    };
  }

  private open(): void {
    if (isDisabled(this)) return;
    void servicesOf(this)
      .showSheet(this.sheet())
      .then((value) => {
        if (value === null) emit(this, 'cancel', {});
        else emit(this, 'change', { value });
      });
  }
}
