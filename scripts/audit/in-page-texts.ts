/** Where words do not have the place that they need. Sizes are in CSS px. */
export interface TextAudit {
  /** Words that a box around them cuts off; an ellipsis is meant, and a box that scrolls shows them. */
  readonly clipped: readonly string[];
  /** Words that reach beyond the ground, the chip or the card that they stand on. */
  readonly spilled: readonly string[];
  /** Words that lie on other words. */
  readonly overlapping: readonly string[];
  /** Marks without words that are hard to tell from what lies behind them: below 3 : 1. */
  readonly faintMarks: readonly string[];
}

/**
 * Looks at the words and marks of the page that is shown. It runs in the browser: its source is sent
 * there, so it uses nothing from outside itself.
 */
export function auditTexts(): TextAudit {
  const SLACK = 1.5;
  /** Glyphs leave so much of their line free, above and below. */
  const LEADING = 0.16;
  /** A box that is lower is a line, not a ground. */
  const GROUND_PX = 8;
  const MARK_PX = { from: 4, to: 36 };
  const MARK_CONTRAST = 3;
  const view = document.querySelector<HTMLElement>('.wx-page-view:not([hidden]), .taro_page');
  if (!view) throw new Error('no page is shown');
  const all = [...view.querySelectorAll<HTMLElement>('*')];
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const nameOf = (element: HTMLElement): string =>
    `${element.className || element.tagName.toLowerCase()} "${element.innerText.trim().replace(/\s+/g, ' ').slice(0, 24)}"`;

  interface Line {
    readonly owner: HTMLElement;
    readonly box: DOMRect;
  }
  const linesOf = (owner: HTMLElement): Line[] =>
    [...owner.childNodes]
      .filter((node) => node.nodeType === 3 && node.textContent?.trim())
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((box) => ({ owner, box }));
      })
      .filter(({ box }) => box.width > 1 && box.height > 1);
  const lines = all.filter(isShown).flatMap(linesOf);

  const ancestors = (element: HTMLElement): HTMLElement[] => {
    const found: HTMLElement[] = [];
    for (let at = element as HTMLElement | null; at && at !== view; at = at.parentElement) {
      found.push(at);
    }
    return found;
  };
  const leading = ({ box }: Line): number => Math.max(SLACK, box.height * LEADING);
  const isOutside = (line: Line, around: DOMRect): boolean =>
    line.box.left < around.left - SLACK ||
    line.box.right > around.right + SLACK ||
    line.box.top + leading(line) < around.top ||
    line.box.bottom - leading(line) > around.bottom;
  const isMeant = (style: CSSStyleDeclaration): boolean =>
    style.textOverflow === 'ellipsis' ||
    style.webkitLineClamp !== 'none' ||
    [style.overflowX, style.overflowY].some((flow) => flow === 'auto' || flow === 'scroll');
  const isClipped = (line: Line): boolean => {
    for (const at of ancestors(line.owner)) {
      const style = getComputedStyle(at);
      if (style.position === 'fixed' || isMeant(style)) return false;
      // A box that moves its content, as the road does, hides what is out of its view.
      if (at.classList.contains('hl-road')) return false;
      if (style.overflowX === 'hidden' && isOutside(line, at.getBoundingClientRect())) return true;
    }
    return line.box.right > view.getBoundingClientRect().right + SLACK;
  };
  const { parse, over, contrast, groundOf } = window.colourTools();
  const isPainted = (style: CSSStyleDeclaration): boolean =>
    parse(style.backgroundColor)[3] > 0 ||
    (parseFloat(style.borderTopWidth) > 0 && parseFloat(style.borderBottomWidth) > 0);
  const isSpilled = (line: Line): boolean => {
    for (const at of ancestors(line.owner)) {
      const style = getComputedStyle(at);
      if (isMeant(style)) return false;
      if (isPainted(style) && at.clientHeight > GROUND_PX)
        return isOutside(line, at.getBoundingClientRect());
    }
    return false;
  };

  const isFixed = (element: HTMLElement): boolean =>
    ancestors(element).some((at) => ['fixed', 'sticky'].includes(getComputedStyle(at).position));
  /** The part of a line that its own box shows. */
  const shownPart = ({ owner, box }: Line): Line => {
    if (getComputedStyle(owner).overflowX !== 'hidden') return { owner, box };
    const around = owner.getBoundingClientRect();
    const left = Math.max(box.left, around.left);
    const top = Math.max(box.top, around.top);
    const width = Math.max(0, Math.min(box.right, around.right) - left);
    const height = Math.max(0, Math.min(box.bottom, around.bottom) - top);
    return { owner, box: new DOMRect(left, top, width, height) };
  };
  const still = lines
    .filter(({ owner }) => !isFixed(owner) && !owner.closest('.hl-road'))
    .map(shownPart);
  const covers = (upper: Line, lower: Line): boolean => {
    const wide =
      Math.min(upper.box.right, lower.box.right) - Math.max(upper.box.left, lower.box.left);
    const high =
      Math.min(upper.box.bottom - leading(upper), lower.box.bottom - leading(lower)) -
      Math.max(upper.box.top + leading(upper), lower.box.top + leading(lower));
    return wide > SLACK && high > SLACK;
  };
  const overlapping = still.flatMap((line, at) =>
    still
      .slice(at + 1)
      .filter((other) => other.owner !== line.owner && covers(line, other))
      .map((other) => `${nameOf(line.owner)} and ${nameOf(other.owner)}`),
  );

  const markOf = (element: HTMLElement, pseudo?: '::before' | '::after'): number | null => {
    const style = getComputedStyle(element, pseudo);
    // A sign that is a letter is not measured here.
    if (pseudo && style.content !== '""') return null;
    if (Number(style.opacity) < 1) return null;
    const { width, height } = pseudo
      ? { width: parseFloat(style.width), height: parseFloat(style.height) }
      : element.getBoundingClientRect();
    if (!(Math.min(width, height) >= MARK_PX.from && Math.max(width, height) <= MARK_PX.to)) {
      return null;
    }
    const behind = groundOf(pseudo ? element : element.parentElement);
    const edges = (['Top', 'Right', 'Bottom', 'Left'] as const)
      .filter((side) => parseFloat(style[`border${side}Width`]) > 0)
      .map((side) => style[`border${side}Color`]);
    const colors = [...edges, style.backgroundColor].filter((color) => parse(color)[3] > 0);
    if (colors.length === 0) return null;
    return Math.max(...colors.map((color) => contrast(over(color, behind), behind)));
  };
  // What WeChat draws itself, such as a switch, is its own.
  const ours = all.filter((element) => isShown(element) && !/^wx-/.test(element.className));
  const isMark = (element: HTMLElement): boolean =>
    element.children.length === 0 && element.innerText.trim() === '';
  const faintMarks = ours.flatMap((element) => {
    const marks = [
      isMark(element) ? markOf(element) : null,
      markOf(element, '::before'),
      markOf(element, '::after'),
    ];
    return marks
      .filter((figure) => figure !== null && figure < MARK_CONTRAST - 0.01)
      .map((figure) => `${nameOf(element)} ${figure?.toFixed(2) ?? ''}`);
  });

  const named = (found: readonly Line[]): string[] => [
    ...new Set(found.map(({ owner }) => nameOf(owner))),
  ];
  return {
    clipped: named(lines.filter(isClipped)),
    spilled: named(lines.filter(isSpilled)),
    overlapping: [...new Set(overlapping)],
    faintMarks: [...new Set(faintMarks)],
  };
}
