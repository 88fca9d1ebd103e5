import { attributeOf, emit, isDisabled } from '../events';

/** `slider`: changing while it moves, change when it is let go. */
export class WxSlider extends HTMLElement {
  static observedAttributes = ['value', 'min', 'max', 'step', 'disabled'];

  private field: HTMLInputElement | null = null;

  connectedCallback(): void {
    if (this.field) return;
    const field = this.ownerDocument.createElement('input');
    field.type = 'range';
    this.field = field;
    this.append(field);
    this.listen(field, 'input', 'changing');
    this.listen(field, 'change', 'change');
    this.apply();
  }

  attributeChangedCallback(): void {
    this.apply();
  }

  private listen(field: HTMLInputElement, heard: string, sent: string): void {
    field.addEventListener(heard, (event) => {
      event.stopPropagation();
      emit(this, sent, { value: Number(field.value) });
    });
  }

  private number(name: string, otherwise: number): string {
    return String(Number(attributeOf(this, name) ?? otherwise));
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
