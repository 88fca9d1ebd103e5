import type { PickerSheet } from './builtin/services';
import { BUILT_IN_STYLE } from './builtin/style';
import { sendLongPresses } from './long-press';
import { SCREEN_STYLE } from './screen-style';

/** Size of the phone in a window without layout, px. */
const DEFAULT_WIDTH = 375;
const DEFAULT_HEIGHT = 667;

/** A question over the page, as wx.showModal asks it. */
export interface Question {
  readonly title: string;
  readonly content: string;
  readonly confirmText: string;
  /** null: the question can only be confirmed. */
  readonly cancelText: string | null;
}

/** The phone's screen: what it draws around and over the pages of a program. */
export class Screen {
  readonly pages: HTMLElement;
  readonly tabs: HTMLElement;
  private readonly overlays: HTMLElement;
  /** The element that contains everything. */
  readonly root: HTMLElement;
  private readonly styles: HTMLElement;
  private toast: HTMLElement | null = null;

  constructor(
    container: HTMLElement,
    private readonly hasStyles: boolean,
  ) {
    this.root = container.ownerDocument.createElement('div');
    this.root.className = 'wx-screen';
    this.styles = this.add(this.root, 'div', '');
    this.pages = this.add(this.root, 'div', 'wx-pages');
    this.tabs = this.add(this.root, 'div', 'wx-tabs');
    this.overlays = this.add(this.root, 'div', 'wx-overlays');
    container.append(this.root);
    const { defaultView } = container.ownerDocument;
    if (defaultView) sendLongPresses(this.pages, defaultView);
    this.root.style.setProperty('--wx-width', `${this.width}px`);
    this.addStyle(BUILT_IN_STYLE + SCREEN_STYLE);
  }

  /** Width of the phone, CSS px. */
  get width(): number {
    return this.root.clientWidth || DEFAULT_WIDTH;
  }

  /** Height of the phone, CSS px. */
  get height(): number {
    return this.root.clientHeight || DEFAULT_HEIGHT;
  }

  /** Adds a style sheet; null in a program without styles. */
  addStyle(css: string): HTMLStyleElement | null {
    if (!this.hasStyles) return null;
    const style = this.root.ownerDocument.createElement('style');
    style.textContent = css;
    this.styles.append(style);
    return style;
  }

  /** Shows a toast for `ms`, or until the next one. A null title removes it. */
  showToast(title: string | null, ms: number | null, window: Window): void {
    this.toast?.remove();
    this.toast = null;
    if (title === null) return;
    const toast = this.add(this.overlays, 'div', 'wx-toast', title);
    toast.setAttribute('role', 'status');
    this.toast = toast;
    if (ms !== null) window.setTimeout(() => toast.remove(), ms);
  }

  /** Asks a question. @returns whether it was confirmed */
  ask({ title, content, confirmText, cancelText }: Question): Promise<boolean> {
    return this.inLayer<boolean>('wx-modal', (box, answer) => {
      box.setAttribute('role', 'dialog');
      if (title !== '') this.add(box, 'h2', 'wx-modal-title', title);
      this.add(box, 'p', 'wx-modal-text', content);
      if (cancelText !== null) this.addButton(box, cancelText, () => answer(false));
      this.addButton(box, confirmText, () => answer(true));
    });
  }

  /** Shows a list of options. @returns the chosen index, null when it was cancelled */
  choose(options: readonly string[], cancelText: string): Promise<number | null> {
    return this.inLayer<number | null>('wx-sheet', (box, answer) => {
      options.forEach((option, index) => this.addButton(box, option, () => answer(index)));
      this.addButton(box, cancelText, () => answer(null));
    });
  }

  /** Shows the sheet of a picker. @returns the value for its change event, null when cancelled */
  async pick(sheet: PickerSheet): Promise<string | number | null> {
    if (sheet.mode === 'selector') return this.choose(sheet.options, '取消');
    return this.inLayer<string | null>('wx-sheet', (box, answer) => {
      const field = this.root.ownerDocument.createElement('input');
      field.type = sheet.mode === 'date' && sheet.fields === 'month' ? 'month' : sheet.mode;
      field.value = sheet.value;
      field.min = sheet.start;
      field.max = sheet.end;
      box.append(field);
      this.addButton(box, '取消', () => answer(null));
      this.addButton(box, '确定', () => answer(field.value === '' ? null : field.value));
    });
  }

  /** Draws WeChat's fixed bar below the single page of Moments. It leads nowhere here. */
  addSinglePageBar(): void {
    this.add(this.root, 'div', 'wx-single', '前往小程序');
  }

  /** Removes the screen from the document. */
  remove(): void {
    this.root.remove();
  }

  private inLayer<T>(
    className: string,
    fill: (box: HTMLElement, answer: (value: T) => void) => void,
  ): Promise<T> {
    return new Promise((resolve) => {
      const layer = this.add(this.overlays, 'div', 'wx-layer');
      const box = this.add(layer, 'div', className);
      fill(box, (value) => {
        layer.remove();
        resolve(value);
      });
    });
  }

  private addButton(box: HTMLElement, text: string, act: () => void): void {
    const button = this.add(box, 'button', '', text);
    button.setAttribute('type', 'button');
    button.addEventListener('click', act);
  }

  private add(parent: HTMLElement, tag: string, className: string, text = ''): HTMLElement {
    const element = parent.ownerDocument.createElement(tag);
    if (className !== '') element.className = className;
    if (text !== '') element.textContent = text;
    parent.append(element);
    return element;
  }
}
