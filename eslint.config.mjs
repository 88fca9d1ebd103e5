import eslint from '@eslint/js';
import mobx from 'eslint-plugin-mobx';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

import { noSpelledPaths } from './config/eslint/no-spelled-paths.mjs';
import { onlyDocumentsInTransaction } from './config/eslint/only-documents-in-transaction.mjs';
import { plainWords } from './config/eslint/plain-words.mjs';
import { topLevelFunctions } from './config/eslint/top-level-functions.mjs';

const SIZE = ['error', { max: 300, skipBlankLines: true, skipComments: true }];

/** The clock is read only where "now" enters the program, so that tests can freeze it. */
const NO_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is read in src/domain/time, src/platform or cloud/runtime; pass `now` in.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is read in src/domain/time, src/platform or cloud/runtime; pass `now` in.',
  },
];

/** No Date in src: days, months and years are in China time, which domain/time computes. */
const NO_DATE = [
  {
    selector: "NewExpression[callee.name='Date']",
    message: 'Use src/domain/time: a Date uses the time zone of the device, not China time.',
  },
  NO_CLOCK[1],
];

/** Screens word clock times through i18n, which adds the zone on a phone abroad. */
const NO_RAW_CLOCK_TIME = [
  {
    selector: "ImportSpecifier[imported.name='chinaTimeOf']",
    message: 'Word clock times by wordInstant, wordPeriod or wordClock: they name the zone abroad.',
  },
];
/** The wheels of a clock: their value is a time of day. */
const CLOCK_WHEELS = [
  'src/merchant/shared/time-range.tsx',
  'src/merchant/shared/earlier-fields.tsx',
  'src/merchant/duty/correction-sheet.tsx',
];

/** How the code is written, everywhere (CONTRIBUTING.md, "Style"). */
const STYLE = [
  {
    selector: 'ObjectExpression > SpreadElement > ObjectExpression',
    message: 'List the properties; do not spread an object literal into an object.',
  },
  {
    selector: 'ArrayExpression > SpreadElement > ArrayExpression',
    message: 'List the elements; do not spread an array literal into an array.',
  },
  {
    selector:
      'ArrayExpression > SpreadElement > CallExpression > MemberExpression > ArrayExpression[elements.0.type="Literal"]',
    message: 'List the elements; do not map a list of literals to spread it into an array.',
  },
  {
    selector: 'VariableDeclarator[id.name=/^(MOST|LEAST|LONGEST|BIGGEST)_|_(MAX|MIN)$/]',
    message: 'Name a limit MAX_… or MIN_….',
  },
];

export default defineConfig(
  {
    ignores: [
      'dist/',
      'cloudfunctions/',
      'node_modules/',
      '**/.cache/',
      '.data/',
      'coverage/',
      'test-results/',
      '.dependency-cruiser.cjs',
      'babel.config.js',
      'eslint.config.mjs',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    plugins: {
      local: {
        rules: {
          'no-spelled-paths': noSpelledPaths,
          'only-documents-in-transaction': onlyDocumentsInTransaction,
          'plain-words': plainWords,
          'top-level-functions': topLevelFunctions,
        },
      },
    },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'local/plain-words': ['error', { texts: 'all' }],
      'local/top-level-functions': 'error',
      'max-lines': SIZE,
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'no-duplicate-imports': 'error',
      'no-restricted-syntax': ['error', ...STYLE],
      'prefer-const': 'error',
      // TypeScript finds undefined names more precisely.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        // A handler may be async: React and Taro ignore its result, and stores catch errors inside.
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Ports and handlers are async by type, even when an implementation awaits nothing.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.{ts,tsx}', 'src/domain/time/**', 'src/platform/**'],
    rules: { 'no-restricted-syntax': ['error', ...STYLE, ...NO_DATE] },
  },
  {
    files: ['src/{components,pages,merchant}/**/*.{ts,tsx}', 'src/*.{ts,tsx}'],
    ignores: ['src/**/*.test.{ts,tsx}', ...CLOCK_WHEELS],
    rules: { 'no-restricted-syntax': ['error', ...STYLE, ...NO_DATE, ...NO_RAW_CLOCK_TIME] },
  },
  {
    files: ['cloud/**/*.ts'],
    ignores: ['cloud/**/*.test.ts', 'cloud/runtime/**'],
    rules: { 'no-restricted-syntax': ['error', ...STYLE, ...NO_CLOCK] },
  },
  {
    files: ['cloud/**/*.ts'],
    rules: { 'local/only-documents-in-transaction': 'error' },
  },
  {
    // Of these files only comments, names and test names are checked: their texts are words of the
    // product, or examples of what the rule refuses.
    files: [
      'src/i18n/**/*.{ts,tsx}',
      'src/domain/share-card/words.ts',
      'desk/page/words.ts',
      'tests/architecture/style-rules.test.ts',
      'config/eslint/plain-words.mjs',
    ],
    rules: { 'local/plain-words': ['error', { texts: 'test names' }] },
  },
  {
    // Tests spell the paths that they expect.
    files: ['{src,demo,desk,bench,scripts}/**/*.{ts,tsx}', 'tests/testkit/**/*.ts'],
    ignores: ['**/*.test.{ts,tsx}', 'src/paths.ts'],
    rules: { 'local/no-spelled-paths': 'error' },
  },
  {
    // Plain JavaScript, loaded by ESLint or a mini program; it belongs to no TypeScript project.
    files: [
      'config/eslint/**/*.mjs',
      'packages/*/{bin,example}/**/*.{js,mjs}',
      'bench/native/**/*.js',
      'config/no-addresses.js',
      'config/postcss-older-engines.js',
      'config/{taro-entry,weapp-*}.js',
    ],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // People's data must not reach a log by accident: cloud/runtime owns the one logger.
    files: ['src/**/*.{ts,tsx}', 'cloud/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, mobx },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/set-state-in-render': 'error',
      'react-hooks/static-components': 'error',
      'react-hooks/refs': 'error',
      'mobx/exhaustive-make-observable': 'error',
      'mobx/unconditional-make-observable': 'error',
      'mobx/missing-make-observable': 'error',
      'mobx/no-anonymous-observer': 'error',
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts', '**/*.fixture.ts'],
    rules: {
      // Tables of cases make a test file long without making it hard to read.
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
