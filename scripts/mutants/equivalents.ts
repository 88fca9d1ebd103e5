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
];
