/** The elements of the capsule's menu. */
export interface CapsuleParts {
  readonly screen: HTMLElement;
  readonly more: HTMLElement;
  readonly sheet: HTMLElement;
  readonly items: readonly HTMLElement[];
}

/** WeChat's menu under ···: opens over the phone, walks with the arrow keys, closes with Escape. */
export class CapsuleMenu {
  constructor(private readonly parts: CapsuleParts) {
    const { more, sheet, items } = parts;
    more.addEventListener('click', () => this.open());
    sheet.addEventListener('click', () => this.close());
    sheet.addEventListener('keydown', (event) => this.handleKey(event));
    for (const item of items) item.tabIndex = -1;
  }

  private open(): void {
    this.setOpen(true);
    this.parts.items[0]?.focus();
  }

  /** Hides the menu and gives the focus back. */
  close(): void {
    this.setOpen(false);
    this.parts.more.focus();
  }

  private setOpen(isOpen: boolean): void {
    this.parts.sheet.hidden = !isOpen;
    this.parts.more.setAttribute('aria-expanded', String(isOpen));
  }

  private handleKey(event: KeyboardEvent): void {
    const { items } = this.parts;
    const at = items.findIndex((item) => item === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      items[(at + step + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.close();
    }
  }
}
