/** Tags that belong to the syntax of WXML. */
const SYNTAX = new Set(['template', 'block', 'slot', 'import', 'include', 'wxs']);

/** The built-in components of this runtime. */
export const BUILT_IN_TAGS = [
  'view',
  'text',
  'image',
  'scroll-view',
  'button',
  'input',
  'textarea',
  'picker',
  'switch',
  'slider',
  'canvas',
] as const;

const BUILT_INS = new Set<string>(BUILT_IN_TAGS);

/** Events that this runtime sends: taps, long presses, and those of its built-in components. */
const EVENTS = new Set([
  'blur',
  'cancel',
  'change',
  'changing',
  'confirm',
  'error',
  'focus',
  'input',
  'load',
  'longpress',
  'tap',
]);

/** An overlay catches this event to stop the page from scrolling. It is accepted but never sent. */
const CATCH_ONLY = 'touchmove';

/** @throws Error that names an event which this runtime does not send */
function checkEvents(wxml: string, file: string): void {
  for (const [, kind, event = ''] of wxml.matchAll(/\s(?:capture-)?(bind|catch):?([a-z]+)="/g)) {
    if (!EVENTS.has(event) && !(kind === 'catch' && event === CATCH_ONLY))
      throw new Error(`${file}: weapp-runtime has no event "${event}"`);
  }
}

/**
 * Writes `<view>` as `<wx-view>`, because a browser would treat a tag such as `<input>` as its own
 * element. Tags in `using` are the program's own components.
 * @throws Error that names a built-in component or an event which this runtime does not have
 */
export function prefixBuiltInTags(wxml: string, using: ReadonlySet<string>, file: string): string {
  checkEvents(wxml, file);
  return wxml.replace(
    /<(\/?)([a-zA-Z][\w-]*)(?=[\s/>])/g,
    (whole, slash: string, tag: string): string => {
      if (SYNTAX.has(tag) || using.has(tag)) return whole;
      if (!BUILT_INS.has(tag)) {
        throw new Error(`${file}: <${tag}> is not a built-in component of weapp-runtime`);
      }
      return `<${slash}wx-${tag}`;
    },
  );
}
