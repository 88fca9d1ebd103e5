/** How colours are compared. It runs in the browser, so it uses nothing from outside itself. */
function colourTools() {
  /** Red, green, blue and alpha of a computed colour. */
  function parse(color: string): [number, number, number, number] {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  }
  /** A colour laid on an opaque one. */
  function over(color: string, below: readonly number[]): number[] {
    const [r, g, b, a] = parse(color);
    return [r, g, b].map((channel, index) => channel * a + (below[index] ?? 255) * (1 - a));
  }
  function luminance(rgb: readonly number[]): number {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  /** Contrast of two opaque colours, as WCAG 2.1 counts it. */
  function contrast(a: readonly number[], b: readonly number[]): number {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  }
  /** The opaque colour that an element stands on; null is the white behind everything. */
  function groundOf(element: Element | null): number[] {
    if (!element) return [255, 255, 255];
    return over(getComputedStyle(element).backgroundColor, groundOf(element.parentElement));
  }
  return { parse, over, contrast, groundOf };
}

declare global {
  interface Window {
    /** Set by {@link IN_PAGE}. */
    colourTools: typeof colourTools;
  }
}

/** What a page runs first, so that functions of ours can be sent to it. esbuild needs the first line. */
export const IN_PAGE = `window.__name = (value) => value;
window.colourTools = ${colourTools.toString()};`;
