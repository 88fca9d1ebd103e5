import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = process.cwd();
const config = path.join(root, '.dependency-cruiser.cjs');

interface Violation {
  from: string;
  rule: { name: string };
}

/** [rule, importing file, the statement that breaks it] */
const BROKEN: [rule: string, file: string, statement: string][] = [
  ['no-unresolvable', 'src/domain/lost.ts', "import './nowhere';"],
  ['no-undeclared-package', 'bench/accident.ts', "import 'undeclared';"],

  ['bench-imports-no-upper-layer', 'bench/walk.ts', "import '../tests/walks/good';"],
  ['scripts-imports-no-upper-layer', 'scripts/measure.ts', "import '../bench/good';"],
  ['scripts-imports-no-upper-layer', 'scripts/walk.ts', "import '../tests/walks/good';"],
  ['desk-imports-no-upper-layer', 'desk/command.ts', "import '../scripts/good';"],
  ['demo-imports-no-upper-layer', 'demo/shown.ts', "import '../desk/good';"],
  ['config-imports-no-upper-layer', 'config/build/seed.ts', "import '../../demo/good';"],
  ['cloud-imports-no-upper-layer', 'cloud/endpoints/desk.ts', "import '../../desk/good';"],
  ['cloud-imports-no-upper-layer', 'cloud/access/built.ts', "import '../../config/good';"],
  ['src-imports-no-upper-layer', 'src/contract/cloudy.ts', "import '../../cloud/access/good';"],
  ['src-imports-no-upper-layer', 'src/domain/up.test.ts', "import '../../cloud/access/good';"],
  [
    'packages-know-nothing-of-this-product',
    'packages/local-cloud/src/product.ts',
    "import '../../../src/domain/good';",
  ],
  [
    'packages-know-nothing-of-this-product',
    'packages/local-cloud/src/kit.test.ts',
    "import type { A } from '../../../tests/testkit/good';",
  ],
  [
    'packages-know-nothing-of-this-product',
    'packages/local-cloud/src/neighbour.ts',
    "import '../../weapp-runtime/good';",
  ],
  [
    'packages-know-nothing-of-this-product',
    'packages/local-cloud/src/root.ts',
    "import '../../../vitest.config';",
  ],

  [
    'packages-by-their-entries',
    'tests/walks/inside.ts',
    "import '../../packages/local-cloud/src/ok';",
  ],

  ['only-tests-borrow-the-test-kit', 'desk/kit.ts', "import '../tests/testkit/good';"],
  ['only-tests-borrow-the-test-kit', 'cloud/access/kit.ts', "import '../../tests/testkit/good';"],
  ['test-kit-is-a-bottom', 'tests/testkit/walk.ts', "import '../walks/good';"],
  ['test-kit-is-a-bottom', 'tests/testkit/command.ts', "import '../../scripts/good';"],
  ['no-import-of-a-test', 'src/domain/tested.ts', "import './good.test';"],
  ['no-import-of-a-test', 'src/domain/second.test.ts', "import './good.test';"],
  ['no-fixture-outside-tests', 'src/domain/made-up.ts', "import './good.fixture';"],

  [
    'cloud-shares-rules-and-contract-only',
    'cloud/access/screen.ts',
    "import '../../src/stores/good';",
  ],
  [
    'product-uses-no-package-of-ours',
    'src/domain/tooled.ts',
    "import '../../packages/local-cloud/good';",
  ],
  ['only-database-knows-the-sdk', 'cloud/runtime/sdk.ts', "import 'wx-server-sdk';"],

  ['domain-stands-alone', 'src/domain/money/day.ts', "import 'dayjs';"],
  ['domain-stands-alone', 'src/domain/disk.ts', "import 'node:fs';"],
  ['domain-stands-alone', 'src/domain/wire.ts', "import type { A } from '../contract/good';"],
  ['domain-time-uses-dayjs-only', 'src/domain/time/store.ts', "import 'mobx';"],
  ['incentives-are-data', 'src/incentives/rules.ts', "import type { A } from '../domain/good';"],
  ['contract-builds-on-domain', 'src/contract/device.ts', "import '../platform/good';"],
  ['platform-is-an-adapter', 'src/platform/wise.ts', "import '../stores/good';"],
  ['platform-is-an-adapter-by-type', 'src/platform/value.ts', "import '../domain/good';"],
  ['stores-know-no-screen', 'src/stores/screen.ts', "import 'react';"],
  ['stores-know-no-screen', 'src/stores/device.ts', "import '@tarojs/taro';"],
  ['stores-know-no-screen-by-type', 'src/stores/adapter.ts', "import '../platform/good';"],
  ['only-drafts-carry-schemas', 'src/stores/schema.ts', "import '../contract/good';"],
  ['only-drafts-carry-schemas', 'src/platform/schema.ts', "import '../contract/good';"],
  ['only-drafts-carry-schemas', 'src/stores/form.ts', "import './drafts/good';"],
  ['i18n-words-closed-lists', 'src/i18n/all.ts', "import '../contract/good';"],
  ['i18n-words-closed-lists', 'src/i18n/store.ts', "import '../stores/good';"],
  ['styles-import-nothing', 'src/styles/tokens.ts', "import '../domain/good';"],
  ['components-take-props', 'src/components/row/store.ts', "import '../../stores/good';"],
  ['components-take-props', 'src/components/row/device.ts', "import '@tarojs/taro';"],
  ['components-take-props-by-type', 'src/components/row/a.ts', "import '../../contract/good';"],
  ['pages-go-through-stores', 'src/pages/home/call.ts', "import '../../platform/good';"],
  ['pages-go-through-stores-by-type', 'src/merchant/shop/a.ts', "import '../../contract/good';"],
  ['page-tools-serve-any-page', 'src/page-hooks.ts', "import './platform/good';"],
  ['paths-are-data', 'src/paths.ts', "import './stores/good';"],
  ['pages-never-import-pages', 'src/pages/home/other.ts', "import '../me/good';"],
  ['pages-never-import-pages', 'src/merchant/pages/shop/a.ts', "import '../plan/good';"],
  ['pages-never-import-pages', 'src/merchant/shared/up.ts', "import '../pages/plan/good';"],
  ['pages-never-import-pages', 'src/viewer/shop/a.ts', "import '../../merchant/shared/good';"],
  ['app-is-the-root', 'src/pages/home/root.ts', "import '../../app';"],

  ['database-wraps-the-sdk', 'cloud/database/wise.ts', "import '../access/good';"],
  ['database-wraps-the-sdk-by-type', 'cloud/database/sum.ts', "import '../../src/domain/good';"],
  ['repositories-only-query', 'cloud/repositories/gate.ts', "import '../access/good';"],
  ['text-knows-words-only', 'cloud/text/query.ts', "import '../repositories/good';"],
  ['migrations-are-pure', 'cloud/migrations/query.ts', "import '../repositories/good';"],
  ['migrations-are-pure', 'cloud/migrations/disk.ts', "import 'node:fs';"],
  ['access-is-pure', 'cloud/access/query.ts', "import '../repositories/good';"],
  ['access-is-pure', 'cloud/access/shown.ts', "import '../presenters/good';"],
  ['access-is-pure-by-type', 'cloud/access/read.ts', "import '../database/good';"],
  ['presenters-are-pure', 'cloud/presenters/allowed.ts', "import '../access/good';"],
  ['presenters-are-pure-by-type', 'cloud/presenters/read.ts', "import '../database/good';"],
  ['endpoints-use-the-modules-below', 'cloud/endpoints/shop/disk.ts', "import 'node:fs';"],
  [
    'endpoints-use-the-modules-below',
    'cloud/endpoints/shop/up.ts',
    "import type { A } from '../../runtime/good';",
  ],
  ['endpoint-holds-no-business', 'cloud/endpoint/shown.ts', "import '../presenters/good';"],
  ['endpoint-holds-no-business-by-type', 'cloud/endpoint/query.ts', "import '../database/good';"],
  ['concepts-share-below-endpoints', 'cloud/endpoints/shop/far.ts', "import '../host/good';"],
  [
    'concepts-share-below-endpoints',
    'cloud/endpoints/shop/list.ts',
    "import type { A } from '../good';",
  ],
  ['no-endpoint-imports-another', 'cloud/endpoints/host/list.ts', "import './add';"],
  ['runtime-holds-no-business', 'cloud/runtime/show.ts', "import '../presenters/good';"],
  ['runtime-holds-no-business-by-type', 'cloud/runtime/query.ts', "import '../repositories/good';"],
  [
    'functions-are-entry-points',
    'cloud/functions/api/query.ts',
    "import '../../repositories/good';",
  ],
];

/** Imports that the rules allow; together with the good files they must stay silent. */
const ALLOWED: [file: string, statement: string][] = [
  ['src/domain/time/clock.ts', "import 'dayjs';"],
  ['src/domain/ok.test.ts', "import 'vitest';\nimport '../contract/good';"],
  ['src/domain/kit.test.ts', "import '../../tests/testkit/good';\nimport './good.fixture';"],
  ['src/contract/schema.ts', "import 'valibot';\nimport '../domain/good';"],
  ['src/platform/go.ts', "import '@tarojs/taro';\nimport '../contract/errors';"],
  ['src/platform/draw.ts', "import type { A } from '../domain/good';"],
  ['src/stores/shop-store.ts', "import 'mobx';\nimport type { A } from '../platform/good';"],
  ['src/i18n/ok.ts', "import 'react';\nimport '../domain/good';"],
  ['src/stores/drafts/form.ts', "import '../../contract/good';"],
  ['src/stores/named.ts', "import type { A } from '../contract/good';"],
  ['src/stores-context.tsx', "import 'react';\nimport './stores/good';"],
  ['src/components/row/typed.ts', "import type { A } from '../../contract/good';"],
  ['src/merchant/pages/shop/typed.ts', "import type { A } from '../../../contract/good';"],
  ['src/pages/home/tools.ts', "import '../../stores-context';"],
  ['src/components/row/ok.ts', "import '@tarojs/components';\nimport 'mobx-react-lite';"],
  ['src/pages/home/ok.ts', "import './part';\nimport '../../stores/good';\nimport '@tarojs/taro';"],
  ['src/pages/home/part.ts', 'export {};'],
  ['src/merchant/pages/shop/ok.ts', "import '../../shared/good';"],
  ['cloud/database/sdk.ts', "import 'wx-server-sdk';"],
  ['cloud/database/ok.test.ts', "import '../../packages/local-cloud/src/index';"],
  ['cloud/repositories/ok.ts', "import '../../src/domain/good';"],
  ['cloud/runtime/typed.ts', "import type { A } from '../repositories/good';"],
  [
    'cloud/endpoints/shop/ok.ts',
    "import '../../repositories/good';\nimport '../../../src/domain/good';",
  ],
  ['cloud/endpoints/host/add.ts', "import './good';\nimport '../../endpoint/good';"],
  ['cloud/endpoints/api.ts', "export * from './host/add';"],
  ['cloud/runtime/route.ts', "import type { A } from '../endpoint/good';"],
  ['cloud/functions/api/ok.ts', "import '../../runtime/good';\nimport '../../endpoints/good';"],
  ['packages/local-cloud/src/index.ts', 'export {};'],
  ['packages/local-cloud/src/ok.ts', "import 'node:fs';\nimport 'mobx';\nimport '../good';"],
  ['config/ok.ts', "import '../cloud/access/good';"],
  ['demo/ok.ts', "import '../config/good';\nimport '../src/contract/good';"],
  ['desk/ok.ts', "import '../demo/good';"],
  ['scripts/ok.ts', "import '../desk/good';\nimport '../tests/testkit/good';"],
  ['bench/ok.ts', "import '../scripts/good';\nimport '../tests/testkit/good';"],
  ['tests/testkit/ok.ts', "import '../../desk/good';"],
  ['tests/walks/ok.ts', "import '../../bench/good';\nimport '../testkit/good';"],
];

/** Modules that others import in the cases above: each gets a file that imports nothing. */
const MODULES = [
  'src/domain',
  'src/contract',
  'src/platform',
  'src/stores',
  'src/stores/drafts',
  'src/pages/me',
  'src/merchant/pages/plan',
  'src/merchant/shared',
  'cloud/access',
  'cloud/database',
  'cloud/endpoint',
  'cloud/endpoints',
  'cloud/endpoints/host',
  'cloud/presenters',
  'cloud/repositories',
  'cloud/runtime',
  'packages/local-cloud',
  'packages/weapp-runtime',
  'config',
  'demo',
  'desk',
  'scripts',
  'bench',
  'tests/walks',
  'tests/testkit',
];

const PACKAGES = [
  'dayjs',
  'mobx',
  'mobx-react-lite',
  'react',
  'valibot',
  'vitest',
  'wx-server-sdk',
  '@tarojs/taro',
  '@tarojs/components',
];

function write(tree: string, file: string, text: string): void {
  const target = path.join(tree, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${text}\n`);
}

function plant(tree: string): void {
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, '*']));
  write(tree, 'package.json', JSON.stringify({ dependencies }));
  for (const name of [...PACKAGES, 'undeclared']) {
    write(tree, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(tree, `node_modules/${name}/index.js`, '');
  }
  for (const module of MODULES) write(tree, `${module}/good.ts`, 'export type A = string;');
  write(tree, 'vitest.config.ts', 'export {};');
  write(tree, 'src/domain/good.test.ts', 'export {};');
  write(tree, 'src/domain/good.fixture.ts', 'export {};');
  write(tree, 'src/app.tsx', 'export {};');
  write(tree, 'src/contract/errors.ts', 'export {};');
  write(tree, 'src/domain/left.ts', "import './right';");
  write(tree, 'src/domain/right.ts', "import './left';");
  write(tree, 'src/domain/up.ts', "import type { B } from './down';\nexport type A = B;");
  write(tree, 'src/domain/down.ts', "import type { A } from './up';\nexport type B = A;");
  for (const [file, statement] of ALLOWED) write(tree, file, statement);
  for (const [, file, statement] of BROKEN) write(tree, file, statement);
}

/** The folders that `npm run check:imports` reads. */
function cruisedFolders(): string[] {
  const { scripts } = createRequire(import.meta.url)(path.join(root, 'package.json')) as {
    scripts: Record<string, string>;
  };
  const [, folders = ''] = (scripts['check:imports'] ?? '').split('.dependency-cruiser.cjs ');
  return folders.split(' ');
}

/** Runs dependency-cruiser as `npm run check` does; it exits with the number of violations. */
function cruise(tree: string): Violation[] {
  const cli = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const output = path.join(tree, 'report.json');
  const args = [cli, '--config', config, '-T', 'json', '-f', output, ...cruisedFolders()];
  try {
    execFileSync(process.execPath, args, { cwd: tree, stdio: 'pipe' });
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    if (stderr && stderr.length > 0) throw new Error(stderr.toString(), { cause: error });
  }
  const report = createRequire(import.meta.url)(output) as { summary: { violations: Violation[] } };
  return report.summary.violations;
}

describe('import rules', () => {
  const tree = mkdtempSync(path.join(tmpdir(), 'import-rules-'));
  let found: string[] = [];

  beforeAll(() => {
    plant(tree);
    found = cruise(tree).map(({ rule, from }) => `${rule.name}: ${from}`);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(BROKEN)('%s fires for %s', (rule, file) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  it.each([
    ['values', 'src/domain/left.ts', 'src/domain/right.ts'],
    ['types alone', 'src/domain/down.ts', 'src/domain/up.ts'],
  ])('no-cycles fires for a cycle of %s', (_kind, ...files) => {
    const cycle = files.map((file) => `no-cycles: ${file}`);
    expect(found.filter((line) => cycle.includes(line))).toHaveLength(1);
  });

  it.each([...ALLOWED.map(([file]) => file), ...MODULES.map((module) => `${module}/good.ts`)])(
    'nothing fires for %s',
    (file) => {
      expect(found.filter((line) => line.endsWith(`: ${file}`))).toEqual([]);
    },
  );

  it('every rule has a case that breaks it', () => {
    const { forbidden } = createRequire(import.meta.url)(config) as {
      forbidden: { name: string; comment: string }[];
    };
    const broken = new Set(['no-cycles', ...BROKEN.map(([rule]) => rule)]);
    expect(forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
    expect(forbidden.filter(({ comment }) => !comment.endsWith('.'))).toEqual([]);
  });
});
