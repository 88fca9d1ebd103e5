import { attributeOf, emit, isDisabled } from '../events';

/** `switch`: a tap turns it and sends `change`; the program may set it back. */
export class WxSwitch extends HTMLElement {
  static observedAttributes = ['checked', 'disabled'];

  private isOn = false;
  private isReady = false;

  connectedCallback(): void {
    if (this.isReady) return;
    this.isReady = true;
    this.addEventListener('click', () => this.handleTap());
  }

  attributeChangedCallback(name: string): void {
    if (name === 'checked') this.show(attributeOf(this, 'checked') === true);
  }

  private handleTap(): void {
    if (isDisabled(this)) return;
    this.show(!this.isOn);
    emit(this, 'change', { value: this.isOn });
  }

  private show(isOn: boolean): void {
    this.isOn = isOn;
    this.classList.toggle('wx-on', isOn);
    this.setAttribute('role', 'switch');
    this.setAttribute('aria-checked', String(isOn));
  }
}
