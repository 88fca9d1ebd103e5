import { attributeOf, emit, isDisabled } from '../events';

/** `slider`: sends `changing` while it moves and `change` at the end. */
export class WxSlider extends HTMLElement {
  static observedAttributes = ['value', 'min', 'max', 'step', 'disabled'];

  private field: HTMLInputElement | null = null;

  connectedCallback(): void {
    if (this.field) return;
    const field = this.ownerDocument.createElement('input');
    field.type = 'range';
    this.field = field;
    this.append(field);
    this.forward(field, 'input', 'changing');
    this.forward(field, 'change', 'change');
    this.apply();
  }

  attributeChangedCallback(): void {
    this.apply();
  }

  private forward(field: HTMLInputElement, from: string, to: string): void {
    field.addEventListener(from, (event) => {
      event.stopPropagation();
      emit(this, to, { value: Number(field.value) });
    });
  }

  private number(name: string, fallback: number): string {
    return String(Number(attributeOf(this, name) ?? fallback));
  }

  private apply(): void {
    const { field } = this;
    if (!field) return;
    field.min = this.number('min', 0);
    field.max = this.number('max', 100);
    field.step = this.number('step', 1);
    field.value = this.number('value', 0);
    field.disabled = isDisabled(this);
  }
}
