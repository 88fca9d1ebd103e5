/** Tags of WXML that are its own syntax, never a component. */
const SYNTAX = new Set(['template', 'block', 'slot', 'import', 'include', 'wxs']);

/** Built-in components this runtime has; each lies in `host/builtin/`. */
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
] as const;

const KNOWN = new Set<string>(BUILT_IN_TAGS);

/** Events that a finger, a keyboard or a built-in component of this runtime sends. */
const EVENTS = new Set('tap input change changing focus blur confirm cancel load error'.split(' '));

/** Caught by what lies over a page to hold it still; nothing is told to the program. */
const CAUGHT_ONLY = 'touchmove';

/** @throws Error naming an event that nothing here would ever send */
function checkEvents(wxml: string, file: string): void {
  for (const [, kind, event = ''] of wxml.matchAll(/\s(?:capture-)?(bind|catch):?([a-z]+)="/g)) {
    if (!EVENTS.has(event) && !(kind === 'catch' && event === CAUGHT_ONLY))
      throw new Error(`${file}: weapp-runtime sends no event "${event}"`);
  }
}

/**
 * Writes `<view>` as `<wx-view>`, so that a browser never takes a tag of WXML for its own: a real
 * `<form>` or `<input>` would act by itself. Tags in `using` are the program's own components.
 * @throws Error naming a built-in component or an event that this runtime does not have
 */
export function prefixBuiltInTags(wxml: string, using: ReadonlySet<string>, file: string): string {
  checkEvents(wxml, file);
  return wxml.replace(
    /<(\/?)([a-zA-Z][\w-]*)(?=[\s/>])/g,
    (whole, slash: string, tag: string): string => {
      if (SYNTAX.has(tag) || using.has(tag)) return whole;
      if (!KNOWN.has(tag)) {
        throw new Error(`${file}: <${tag}> is no built-in component of weapp-runtime`);
      }
      return `<${slash}wx-${tag}`;
    },
  );
}
