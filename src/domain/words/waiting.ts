/**
 * How words stand that others do not see: `unchecked` while the check gave no answer, `waiting` for a
 * verifier, `refused` by one.
 */
export type WordsState = 'unchecked' | 'waiting' | 'refused';

/** A text as it was typed, beside the released one that others see in its field. */
export interface WaitingText {
  /** Path of the field in its document: `title`, `teasers.0.name`. */
  readonly field: string;
  readonly text: string;
  readonly state: WordsState;
}

/** What becomes of texts. */
export type WordsOutcomes = ReadonlyMap<string, 'released' | WordsState>;

/** A document with words that others see. */
interface WithWords {
  readonly waiting: readonly WaitingText[];
}

/** What others see in a field as long as nothing was released. A new field has a line here. */
const NEUTRAL = {
  shop: {
    name: '店铺 · Store',
    intro: '',
    'accounts.*.name': '账号 · Account',
    'disclosure.legalName': null,
    'disclosure.operatorName': null,
    'disclosure.address': null,
    'disclosure.contact': null,
    'disclosure.exemption': null,
  },
  host: { name: '主播 · Host' },
  session: {
    title: '直播场次 · Live session',
    'teasers.*.name': '商品 · Goods',
    'teasers.*.priceBasis': null,
  },
} as const satisfies Record<string, Record<string, string | null>>;

/** What holds words that others see. */
export type WordsOf = keyof typeof NEUTRAL;

type Node = Readonly<Record<string, unknown>>;

function childOf(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Node)[key] : undefined;
}

/** The paths of a pattern in a value: `*` stands for every place of a list. */
function pathsIn(value: unknown, pattern: readonly string[]): string[][] {
  const [key, ...rest] = pattern;
  if (key === undefined) return [[]];
  const keys =
    key === '*' ? (Array.isArray(value) ? value.map((_item, at) => String(at)) : []) : [key];
  return keys.flatMap((at) => pathsIn(childOf(value, at), rest).map((path) => [at, ...path]));
}

/** The texts of a value at some patterns, by their path; without empty ones. */
export function textsAt(value: unknown, patterns: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const pattern of patterns) {
    for (const path of pathsIn(value, pattern.split('.'))) {
      const text = path.reduce(childOf, value);
      if (typeof text === 'string' && text !== '') found.set(path.join('.'), text);
    }
  }
  return found;
}

function withValueAt<Value>(value: Value, path: readonly string[], text: string | null): Value {
  const [key, ...rest] = path;
  if (key === undefined) return text as Value;
  const below = withValueAt(childOf(value, key), rest, text);
  if (!Array.isArray(value)) return { ...value, [key]: below };
  return value.map((item: unknown, at) => (String(at) === key ? below : item)) as Value;
}

/** A document as its own people typed it. */
export function asTyped<Doc extends WithWords>(doc: Doc): Doc {
  return doc.waiting.reduce(
    (typed, { field, text }) => withValueAt(typed, field.split('.'), text),
    doc,
  );
}

/** The texts of a document that others see. */
export function releasedTexts(kind: WordsOf, doc: WithWords): string[] {
  return [...textsAt(doc, Object.keys(NEUTRAL[kind])).values()];
}

/** The released text of an item of a list: that of the item with the same id. */
function releasedItem(before: unknown, typed: unknown, [list = '', at = '', key = '']: string[]) {
  const id = childOf(childOf(childOf(typed, list), at), 'id');
  const items = childOf(before, list);
  if (id === undefined || !Array.isArray(items)) return undefined;
  return childOf(
    items.find((item) => childOf(item, 'id') === id),
    key,
  );
}

function neutralAt(kind: WordsOf, path: string): string | null {
  const neutral: Readonly<Record<string, string | null>> = NEUTRAL[kind];
  return neutral[path.replace(/\.\d+\./, '.*.')] ?? null;
}

/** Whether a name of a store or a host is the neutral one that others see until one is released. */
export function isNeutral(name: string): boolean {
  return name === NEUTRAL.shop.name || name === NEUTRAL.host.name;
}

/**
 * A document that was typed, as it is stored: a text that is held back waits beside the released one.
 * @param typed with what its people typed in its fields.
 * @param before the document as it is stored; null for a new one.
 */
export function holdBack<Doc extends WithWords>(
  kind: WordsOf,
  typed: Doc,
  before: Doc | null,
  checked: WordsOutcomes,
): Doc {
  const earlier = new Map(before?.waiting.map(({ text, state }) => [text, state]));
  let stored: Doc = { ...typed, waiting: [] };
  const waiting: WaitingText[] = [];
  for (const [field, text] of textsAt(typed, Object.keys(NEUTRAL[kind]))) {
    const path = field.split('.');
    const isItem = path.length > 2;
    const known = isItem ? releasedItem(before, typed, path) : path.reduce(childOf, before);
    const state = checked.get(text) ?? earlier.get(text) ?? 'released';
    if (state === 'released' || known === text) continue;
    const released = typeof known === 'string' ? known : neutralAt(kind, field);
    stored = withValueAt(stored, path, released);
    waiting.push({ field, text, state });
  }
  stored = { ...stored, waiting };
  return stored;
}

/** A document after it was decided about some of its texts. */
export function decided<Doc extends WithWords>(doc: Doc, outcomes: WordsOutcomes): Doc {
  const isReleased = ({ text }: WaitingText): boolean => outcomes.get(text) === 'released';
  const released = asTyped({ ...doc, waiting: doc.waiting.filter(isReleased) });
  const others = doc.waiting.filter((waiting) => !isReleased(waiting));
  const waiting = others.map((held) => {
    const outcome = outcomes.get(held.text);
    return outcome === undefined || outcome === 'released' ? held : { ...held, state: outcome };
  });
  return { ...released, waiting };
}
