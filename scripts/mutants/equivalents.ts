import type { Equivalent } from './verdict';

/** The default is there for the compiler: the group matches in every match. */
const ALWAYS_MATCHES = 'The group is part of every match, so the default is never taken.';

/**
 * Mutants with which the program does the same. An entry whose mutant is gone or is killed fails
 * `npm run mutants`.
 */
export const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: 'src/domain/money/amount.ts',
    from: 'sum += fen;',
    to: 'sum -= fen;',
    reason: 'The limit is the same on both sides of zero.',
  },
  {
    file: 'src/domain/money/format.ts',
    from: "return sign(fen) + moneySize(Math.abs(fen), lang, fen < 0 ? 'up' : 'down');",
    to: "return sign(fen) + moneySize(Math.abs(fen), lang, fen <= 0 ? 'up' : 'down');",
    reason: 'Zero is not abbreviated.',
  },
  {
    file: 'src/domain/money/format.ts',
    from: "return sign(count) + (compact(size, 1, lang, count < 0 ? 'up' : 'down') ?? group(String(size)));",
    to: "return sign(count) + (compact(size, 1, lang, count <= 0 ? 'up' : 'down') ?? group(String(size)));",
    reason: 'Zero is not abbreviated.',
  },
  {
    file: 'src/domain/money/parse-amount.ts',
    from: "const [, minus, innerMinus, higher = '', integer = '', fraction = '', unit = '', rest = ''] =",
    to: `const [, minus, innerMinus, higher = "Stryker was here!", integer = '', fraction = '', unit = '', rest = ''] =`,
    reason: ALWAYS_MATCHES,
  },
  {
    file: 'src/domain/money/parse-amount.ts',
    from: "const [, minus, innerMinus, higher = '', integer = '', fraction = '', unit = '', rest = ''] =",
    to: `const [, minus, innerMinus, higher = '', integer = '', fraction = '', unit = "Stryker was here!", rest = ''] =`,
    reason: 'Any text that is no unit stands for none.',
  },
  {
    file: 'src/domain/money/parse-amount.ts',
    from: "const [, digits = '', partUnit = '', following = ''] = part;",
    to: `const [, digits = "Stryker was here!", partUnit = '', following = ''] = part;`,
    reason: ALWAYS_MATCHES,
  },
  {
    file: 'src/domain/money/parse-amount.ts',
    from: "const [, digits = '', partUnit = '', following = ''] = part;",
    to: `const [, digits = '', partUnit = "Stryker was here!", following = ''] = part;`,
    reason: ALWAYS_MATCHES,
  },
  {
    file: 'src/domain/money/parse-amount.ts',
    from: "const [, digits = '', partUnit = '', following = ''] = part;",
    to: `const [, digits = '', partUnit = '', following = "Stryker was here!"] = part;`,
    reason: ALWAYS_MATCHES,
  },
  {
    file: 'src/domain/incentive/explain-months.ts',
    from: '.sort(([a], [b]) => (a < b ? -1 : 1))',
    to: '.sort(([a], [b]) => (a <= b ? -1 : 1))',
    reason: 'Months are keys: no two are equal.',
  },
  {
    file: 'src/domain/incentive/figures.ts',
    from: 'return a.declaredAt === b.declaredAt ? a.id > b.id : a.declaredAt > b.declaredAt;',
    to: 'return a.declaredAt === b.declaredAt ? a.id >= b.id : a.declaredAt > b.declaredAt;',
    reason: 'Ids are unique.',
  },
  {
    file: 'src/domain/incentive/figures.ts',
    from: 'return a.declaredAt === b.declaredAt ? a.id > b.id : a.declaredAt > b.declaredAt;',
    to: 'return a.declaredAt === b.declaredAt ? a.id > b.id : a.declaredAt >= b.declaredAt;',
    reason: 'Equal instants are compared by id before.',
  },
  {
    file: 'src/domain/incentive/scale.ts',
    from: 'if (value <= 0) return 0;',
    to: 'if (value < 0) return 0;',
    reason: 'A figure of 0 lies at 0 by proportion too.',
  },
  {
    file: 'src/domain/sales/year-totals.ts',
    from: 'return isLooked && addFen > 0;',
    to: 'return isLooked && addFen >= 0;',
    reason: 'An increment of 0 raises nothing.',
  },
  {
    file: 'src/domain/sales/year-totals.ts',
    from: 'return a[0] < b[0] ? -1 : 1;',
    to: 'return a[0] <= b[0] ? -1 : 1;',
    reason: 'Keys of one object: no two are equal.',
  },
  {
    file: 'src/domain/incentive/host-ladder.ts',
    from: '(a.name < b.name ? -1 : a.name > b.name ? 1 : a.hostId < b.hostId ? -1 : 1),',
    to: '(a.name < b.name ? -1 : a.name > b.name ? 1 : a.hostId <= b.hostId ? -1 : 1),',
    reason: 'Ids are unique.',
  },
  {
    file: 'src/domain/settlement/settlement.ts',
    from: '.sort((a, b) => (a.month < b.month ? -1 : 1)),',
    to: '.sort((a, b) => (a.month <= b.month ? -1 : 1)),',
    reason: 'Months are keys: no two are equal.',
  },
  {
    file: 'src/domain/sales/session-months.ts',
    from: '.sort((a, b) => (a.month < b.month ? 1 : -1));',
    to: '.sort((a, b) => (a.month <= b.month ? 1 : -1));',
    reason: 'Months are keys: no two are equal.',
  },
  {
    file: 'src/domain/sales/session-months.ts',
    from: "const key = `${hostId ?? ''} ${String(year)}`;",
    to: 'const key = `${hostId ?? "Stryker was here!"} ${String(year)}`;',
    reason: 'It stands for no host; any text that is no id does.',
  },
  {
    file: 'src/domain/sales/year-sums.ts',
    from: '.sort(([a], [b]) => (a < b ? -1 : 1));',
    to: '.sort(([a], [b]) => (a <= b ? -1 : 1));',
    reason: 'Days are keys: no two are equal.',
  },
  {
    file: 'src/domain/sales/year-sums.ts',
    from: '.sort(([a], [b]) => (a < b ? -1 : 1));',
    to: '.sort(([a], [b]) => (a >= b ? -1 : 1));',
    reason:
      'From the last day on, a partial sum is the total less that of an evening: it is exact too.',
  },
  {
    file: 'src/domain/sales/host-scopes.ts',
    from: 'return changed.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));',
    to: 'return changed.sort((a, b) => (orderOf(a) <= orderOf(b) ? -1 : 1));',
    reason: 'A session has one scope of each host and day.',
  },
  {
    file: 'src/domain/sales/preview.ts',
    from: "[part = '', field = '', ofRange = '']: readonly string[],",
    to: "[part = \"Stryker was here!\", field = '', ofRange = '']: readonly string[],",
    reason: 'Every path has the part; the default is there for the compiler.',
  },
  {
    file: 'src/domain/sales/recount.ts',
    from: "const [head = '', ...rest] = path;",
    to: 'const [head = "Stryker was here!", ...rest] = path;',
    reason: 'No path is empty; the default is there for the compiler.',
  },
  {
    file: 'src/domain/sales/year-totals.ts',
    from: "const leaf = path[path.length - 1] ?? '';",
    to: 'const leaf = path[path.length - 1] ?? "Stryker was here!";',
    reason: 'No path is empty; the default is there for the compiler.',
  },
  {
    file: 'src/domain/sales/preview.ts',
    from: "[part = '', field = '', ofRange = '']: readonly string[],",
    to: "[part = '', field = \"Stryker was here!\", ofRange = '']: readonly string[],",
    reason: 'Only the number of entries has a path without a field, and it is handled before.',
  },
  {
    file: 'src/domain/sales/preview.ts',
    from: "[part = '', field = '', ofRange = '']: readonly string[],",
    to: "[part = '', field = '', ofRange = \"Stryker was here!\"]: readonly string[],",
    reason: 'Only refunds in a range have a third part, and only they read it.',
  },
  {
    file: 'src/domain/sales/recount.ts',
    from: "countOnce(sums, 'sessions', `${month}/${sessionId}/${hostId ?? ''}`);",
    to: 'countOnce(sums, \'sessions\', `${month}/${sessionId}/${hostId ?? "Stryker was here!"}`);',
    reason: 'It stands for no host; any text that is no id does.',
  },
];
