import { attributeOf, emit } from '../events';

/** WeChat's default for `maxlength`; -1 means no limit. */
const DEFAULT_MAX_LENGTH = 140;

type Field = HTMLInputElement | HTMLTextAreaElement;

const KEYBOARDS: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal' };

/**
 * The common part of `input` and `textarea`: an element with a real field inside. The events of the
 * field stop there; the element sends WeChat's events instead.
 */
abstract class TextField extends HTMLElement {
  static observedAttributes = [
    'value',
    'placeholder',
    'placeholder-class',
    'maxlength',
    'disabled',
    'focus',
    'type',
  ];

  private field: Field | null = null;
  /** A separate element, as in WeChat, so that a program can style it. */
  private readonly placeholder = this.ownerDocument.createElement('span');

  protected abstract createField(): Field;

  connectedCallback(): void {
    if (this.field) return;
    const field = this.createField();
    this.field = field;
    this.append(this.placeholder, field);
    this.listen(field);
    TextField.observedAttributes.forEach((name) => this.apply(name));
  }

  attributeChangedCallback(name: string): void {
    // The framework has stored the raw value before it writes the attribute.
    this.apply(name);
  }

  private listen(field: Field): void {
    const handle = (name: string, act: () => void): void =>
      field.addEventListener(name, (event) => {
        event.stopPropagation();
        act();
      });
    handle('input', () => {
      const { value, selectionStart } = field;
      this.placeholder.hidden = value !== '';
      emit(this, 'input', { value, cursor: selectionStart ?? value.length, keyCode: 0 });
    });
    handle('change', () => undefined);
    handle('focus', () => emit(this, 'focus', { value: field.value, height: 0 }));
    handle('blur', () => emit(this, 'blur', { value: field.value, cursor: field.value.length }));
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if ((event as KeyboardEvent).key !== 'Enter' || field.tagName === 'TEXTAREA') return;
      emit(this, 'confirm', { value: field.value });
    });
  }

  private apply(name: string): void {
    const { field } = this;
    if (!field) return;
    const value = attributeOf(this, name);
    if (name === 'value') {
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      if (field.value !== text) field.value = text;
      this.placeholder.hidden = text !== '';
    } else if (name === 'placeholder') {
      this.placeholder.textContent = typeof value === 'string' ? value : '';
    } else if (name === 'placeholder-class') {
      const className = typeof value === 'string' ? value : '';
      this.placeholder.className = `wx-placeholder ${className}`.trim();
    } else if (name === 'disabled') field.disabled = value === true;
    else if (name === 'focus') this.applyFocus(field, value);
    else if (name === 'type') field.inputMode = KEYBOARDS[value as string] ?? 'text';
    else if (name === 'maxlength') this.applyLimit(field, value);
  }

  private applyFocus(field: Field, value: unknown): void {
    if (value === true) field.focus();
    else if (value === false && field.ownerDocument.activeElement === field) field.blur();
  }

  private applyLimit(field: Field, value: unknown): void {
    const limit = Number(value ?? DEFAULT_MAX_LENGTH);
    if (limit < 0) field.removeAttribute('maxlength');
    else field.maxLength = limit;
  }
}

/** `input`. */
export class WxInput extends TextField {
  protected createField(): HTMLInputElement {
    return this.ownerDocument.createElement('input');
  }
}

/** `textarea`. */
export class WxTextarea extends TextField {
  protected createField(): HTMLTextAreaElement {
    return this.ownerDocument.createElement('textarea');
  }
}
