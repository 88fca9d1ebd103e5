import { attributeOf } from '../events';

/** A drawing context without effect, for a window that cannot draw. */
function contextWithoutEffect(): object {
  return new Proxy(
    {},
    {
      get: (_context, name) =>
        name === 'measureText'
          ? (text: string) => ({ width: text.length * 10 })
          : () => ({ addColorStop: () => undefined }),
      set: () => true,
    },
  );
}

/** A canvas as the program holds it: on a page, or off the screen. */
export class CanvasNode {
  constructor(private readonly element: HTMLCanvasElement) {}

  get width(): number {
    return this.element.width;
  }
  set width(width: number) {
    this.element.width = width;
  }
  get height(): number {
    return this.element.height;
  }
  set height(height: number) {
    this.element.height = height;
  }

  getContext(kind: string): object | null {
    if (kind !== '2d') return null;
    return canDraw(this.element) ? this.element.getContext('2d') : contextWithoutEffect();
  }

  toDataURL(type = 'image/png'): string {
    return canDraw(this.element) ? this.element.toDataURL(type) : `data:${type};base64,`;
  }
}

/** jsdom has the element, but nothing to draw with. */
function canDraw({ ownerDocument }: HTMLCanvasElement): boolean {
  return 'OffscreenCanvas' in (ownerDocument.defaultView ?? {});
}

/** `canvas` of type 2d: `fields({ node: true })` of a selector query gives what draws on it. */
export class WxCanvas extends HTMLElement {
  private drawn: CanvasNode | null = null;

  connectedCallback(): void {
    if (this.drawn) return;
    const element = this.ownerDocument.createElement('canvas');
    element.style.width = element.style.height = '100%';
    this.append(element);
    this.drawn = new CanvasNode(element);
  }

  /** What draws on it; null for the older kind of canvas, which has no node. */
  get node(): CanvasNode | null {
    return attributeOf(this, 'type') === '2d' ? this.drawn : null;
  }
}
