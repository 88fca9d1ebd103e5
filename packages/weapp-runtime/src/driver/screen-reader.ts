import type { Program } from '../host/program';

const isHidden = (element: Element): boolean => element.closest('[hidden]') !== null;

/** Elements whose text a person reads, never code. */
function isRead(element: Element): boolean {
  return !isHidden(element) && !['STYLE', 'SCRIPT'].includes(element.tagName);
}

const trimmed = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** What a finder takes for the same text. */
export type Words = string | RegExp;

function fits(text: string, words: Words): boolean {
  return typeof words === 'string' ? text === words : words.test(text);
}

/** Reads a program's screen as a person does: what lies on top, and nothing that is hidden. */
export class ScreenReader {
  constructor(private readonly program: Program) {}

  /** What is on top: a dialog or sheet when there is one, else page and tab bar. */
  get top(): Element[] {
    const { screen } = this.program;
    const layers = screen.querySelectorAll('.wx-layer');
    const top = layers[layers.length - 1];
    if (top) return [top];
    return [this.program.page.view, ...screen.querySelectorAll('.wx-tabs:not([hidden])')];
  }

  /** The shown page's text; blocks are divided by a space. */
  get text(): string {
    return this.textsIn(this.program.page.view).join(' ');
  }

  /** The toast, '' when there is none. */
  get toast(): string {
    return trimmed(this.program.screen.querySelector('.wx-toast')?.textContent ?? '');
  }

  /** Elements on top that match a selector. */
  all(selector: string): Element[] {
    return this.top.flatMap((root) => [...root.querySelectorAll(selector)]).filter(isRead);
  }

  /** The innermost elements on top whose whole text is `words`, or fits it. */
  find(words: Words): Element[] {
    const fitting = this.all('*').filter((element) => fits(trimmed(element.textContent), words));
    return fitting.filter((one) => !fitting.some((other) => other !== one && one.contains(other)));
  }

  /** A field by its placeholder, or by the words of the group that holds it and no other field. */
  field(words: Words): HTMLInputElement | HTMLTextAreaElement | null {
    const found = this.fieldHosts.find(
      (host) => fits(host.getAttribute('placeholder') ?? '', words) || this.isLabelled(host, words),
    );
    return found?.querySelector<HTMLInputElement>('input, textarea') ?? null;
  }

  private get fieldHosts(): Element[] {
    return this.all('wx-input, wx-textarea');
  }

  private isLabelled(host: Element, words: Words): boolean {
    const holds = (group: Element): number =>
      group.querySelectorAll('wx-input, wx-textarea').length;
    for (let at = host.parentElement; at && holds(at) === 1; at = at.parentElement) {
      if (this.textsIn(at).some((text) => fits(text, words))) return true;
    }
    return false;
  }

  private textsIn(root: Element): string[] {
    const walker = root.ownerDocument.createTreeWalker(root, 4 /* SHOW_TEXT */);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement && isRead(node.parentElement)) texts.push(trimmed(node.textContent));
    }
    return texts.filter((text) => text !== '');
  }
}
