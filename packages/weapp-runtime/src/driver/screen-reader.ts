import type { Program } from '../host/program';

const isHidden = (element: Element): boolean => element.closest('[hidden]') !== null;

/** Whether an element's text is visible, and not code. */
function isVisible(element: Element): boolean {
  return !isHidden(element) && !['STYLE', 'SCRIPT'].includes(element.tagName);
}

const trimmed = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** A whole text, or a pattern for it. */
export type Words = string | RegExp;

function matches(text: string, words: Words): boolean {
  return typeof words === 'string' ? text === words : words.test(text);
}

/** Reads what a program's screen shows: the top layer, without anything hidden. */
export class ScreenReader {
  constructor(private readonly program: Program) {}

  /** The top layer: a dialog or sheet when one is open, otherwise page and tab bar. */
  get top(): Element[] {
    const { screen } = this.program;
    const layers = screen.querySelectorAll('.wx-layer');
    const top = layers[layers.length - 1];
    if (top) return [top];
    return [this.program.page.view, ...screen.querySelectorAll('.wx-tabs:not([hidden])')];
  }

  /** The text of the shown page; its parts are joined by a space. */
  get text(): string {
    return this.textsIn(this.program.page.view).join(' ');
  }

  /** The text of the toast; '' without one. */
  get toast(): string {
    return trimmed(this.program.screen.querySelector('.wx-toast')?.textContent ?? '');
  }

  /** Visible elements of the top layer that match a selector. */
  all(selector: string): Element[] {
    return this.top.flatMap((root) => [...root.querySelectorAll(selector)]).filter(isVisible);
  }

  /** The innermost elements of the top layer whose whole text or a line of it is, or matches, `words`. */
  find(words: Words): Element[] {
    const found = this.all('*').filter(({ textContent }) => {
      const text = textContent ?? '';
      return [text, ...text.split('\n')].some((part) => matches(trimmed(part), words));
    });
    return found.filter(
      (outer) => !found.some((inner) => inner !== outer && outer.contains(inner)),
    );
  }

  /** A field by its placeholder, or by a text in the group that contains no other field. */
  field(words: Words): HTMLInputElement | HTMLTextAreaElement | null {
    const found = this.fieldHosts.find(
      (host) =>
        matches(host.getAttribute('placeholder') ?? '', words) || this.isLabelled(host, words),
    );
    return found?.querySelector<HTMLInputElement>('input, textarea') ?? null;
  }

  private get fieldHosts(): Element[] {
    return this.all('wx-input, wx-textarea');
  }

  private isLabelled(host: Element, words: Words): boolean {
    const countFields = (group: Element): number =>
      group.querySelectorAll('wx-input, wx-textarea').length;
    for (let at = host.parentElement; at && countFields(at) === 1; at = at.parentElement) {
      if (this.textsIn(at).some((text) => matches(text, words))) return true;
    }
    return false;
  }

  private textsIn(root: Element): string[] {
    const walker = root.ownerDocument.createTreeWalker(root, 4 /* SHOW_TEXT */);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement && isVisible(node.parentElement))
        texts.push(trimmed(node.textContent));
    }
    return texts.filter((text) => text !== '');
  }
}
