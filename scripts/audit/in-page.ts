/** The figures of one page. Sizes are in CSS px. */
export interface PageAudit {
  readonly setDataCalls: number;
  readonly setDataBytes: number;
  readonly largestSetData: number;
  readonly nodes: number;
  readonly depth: number;
  /** Largest number of children of one element. */
  readonly children: number;
  readonly pictureCount: number;
  /** Pictures with more pixels than they take on the screen, or distorted by more than 15 %. */
  readonly pictures: readonly string[];
  /** Shorter side of the smallest element that can be tapped; null when there is none. */
  readonly smallestTarget: number | null;
  /** Elements that can be tapped and are smaller than 44 px on one side, at a width of 375 px. */
  readonly smallTargets: readonly string[];
  /** Elements that reach beyond the right edge of the page. */
  readonly overflowing: readonly string[];
  /** Elements that can be tapped or filled in and have no name. */
  readonly unnamed: readonly string[];
  /** Lowest contrast of a text with its background; null when there is no text. */
  readonly lowestContrast: number | null;
  /** Texts with a contrast below 4.5 : 1, large ones below 3 : 1. */
  readonly faint: readonly string[];
  readonly errors: readonly string[];
}

/**
 * Measures the page that `window.program` shows. It runs in the browser: its source is sent there,
 * so it uses nothing from outside itself.
 */
export function auditPage(): PageAudit {
  const HALF_PIXEL = 0.5;
  const { program } = window;
  if (!program) throw new Error('no program is running');
  const { view } = program.page;
  // Sizes in rpx shrink with a phone that is narrower than the design.
  const TARGET = 44 * Math.min(1, view.clientWidth / 375);
  const all = [...view.querySelectorAll<HTMLElement>('*')];

  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 0;
  const nameOf = (element: HTMLElement): string => {
    const words = element.innerText.trim().replace(/\s+/g, ' ').slice(0, 24);
    return `${element.className || element.tagName.toLowerCase()} "${words}"`;
  };
  /** An element with the framework's node behind it. */
  type Framed = HTMLElement & {
    __wxElement?: {
      getAttribute(name: string): unknown;
      _$eventTarget?: { listeners: object };
    };
  };
  const hears = (element: HTMLElement): boolean =>
    'tap' in ((element as Framed).__wxElement?._$eventTarget?.listeners ?? {});
  const isDisabled = (element: HTMLElement): boolean =>
    /--disabled|--idle/.test(element.className) ||
    (element as Framed).__wxElement?.getAttribute('disabled') === true;

  const depthOf = (element: Element): number => {
    let depth = 0;
    for (let at: Element | null = element; at && at !== view; at = at.parentElement) depth += 1;
    return depth;
  };

  const { over, contrast, groundOf } = window.colourTools();
  const contrastOf = (element: HTMLElement): number => {
    const ground = groundOf(element);
    return contrast(over(getComputedStyle(element).color, ground), ground);
  };
  const isFaint = (element: HTMLElement): boolean => {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    // WCAG 2.1, 1.4.3: 18 pt, or 14 pt bold.
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    return contrastOf(element) < (isLarge ? 3 : 4.5) - 0.01;
  };
  const hasOwnText = (element: Element): boolean =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.type !== 'range' && element.value.trim() !== ''
      : [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());

  const SQUEEZED = 0.15;
  const isWasteful = ({ naturalWidth, naturalHeight, width, height }: HTMLImageElement): boolean =>
    naturalWidth * naturalHeight > width * height * devicePixelRatio ** 2;
  const isSqueezed = (picture: HTMLImageElement): boolean => {
    const { naturalWidth, naturalHeight, width, height } = picture;
    if (getComputedStyle(picture).objectFit !== 'fill') return false;
    return Math.abs((naturalWidth * height) / (naturalHeight * width) - 1) > SQUEEZED;
  };
  const pictures = [...view.querySelectorAll('img')].filter(
    (picture) => picture.naturalWidth > 0 && isShown(picture),
  );
  /** Whether an element around it scrolls sideways or clips it. */
  const isCut = (element: Element): boolean => {
    for (let at = element.parentElement; at && at !== view; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  };
  const edge = view.getBoundingClientRect().right + HALF_PIXEL;

  // The canvas of cards lies beside the screen, where no finger reaches it.
  const isInReach = (element: Element): boolean =>
    element.getBoundingClientRect().right > view.getBoundingClientRect().left;
  const tappable = all.filter(
    (element) => hears(element) && isShown(element) && isInReach(element),
  );
  const targets = tappable.filter((element) => !isDisabled(element));
  const shorterSide = (element: Element): number => {
    const { width, height } = element.getBoundingClientRect();
    return Math.min(width, height);
  };
  const tabBar = [...program.screen.querySelectorAll<HTMLElement>('.wx-tabs *')];
  const texts = [...all, ...tabBar].filter(
    (element) => hasOwnText(element) && isShown(element) && !isDisabled(element),
  );
  const leastOf = (figures: readonly number[]): number | null =>
    figures.length === 0 ? null : Math.round(Math.min(...figures) * 10) / 10;
  const fields = all.filter(
    (element) => element.matches('wx-input, wx-textarea') && isShown(element),
  );
  const isLabelled = (field: HTMLElement): boolean =>
    field.getAttribute('aria-label') !== '' && field.getAttribute('aria-label') !== null
      ? true
      : (field.getAttribute('placeholder') ?? '') !== '';
  const { sum } = program.meter;
  return {
    setDataCalls: sum.calls,
    setDataBytes: sum.bytes,
    largestSetData: sum.largest,
    nodes: all.length,
    depth: Math.max(0, ...all.map(depthOf)),
    children: Math.max(0, ...all.map((element) => element.children.length)),
    pictureCount: pictures.length,
    pictures: pictures
      .filter((picture) => isWasteful(picture) || isSqueezed(picture))
      .map((picture) => nameOf(picture.parentElement ?? picture)),
    smallestTarget: leastOf(targets.map(shorterSide)),
    smallTargets: targets
      .filter((element) => shorterSide(element) < TARGET - HALF_PIXEL)
      .map(nameOf),
    overflowing: all
      .filter((element) => element.getBoundingClientRect().right > edge && isShown(element))
      .filter((element) => !isCut(element))
      .map(nameOf),
    unnamed: [
      ...tappable.filter(
        (element) => element.innerText.trim() === '' && !element.getAttribute('aria-label'),
      ),
      ...fields.filter((field) => !isLabelled(field)),
    ].map(nameOf),
    lowestContrast: leastOf(texts.map(contrastOf)),
    faint: texts.filter(isFaint).map(nameOf),
    errors: program.errors.map(String),
  };
}
