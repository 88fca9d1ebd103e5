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
  ['src-never-imports-cloud', 'src/contract/cloudy.ts', "import '../../cloud/access/good';"],
  ['cloud-reaches-shared-rooms-only', 'cloud/access/screen.ts', "import '../../src/stores/good';"],
  [
    'product-never-imports-tools',
    'src/domain/tooled.ts',
    "import '../../packages/local-cloud/good';",
  ],
  ['product-never-imports-tools', 'src/domain/tested.ts', "import './good.test';"],
  ['product-never-imports-tools', 'cloud/handlers/desk.ts', "import '../../desk/good';"],
  ['only-database-knows-the-sdk', 'cloud/runtime/sdk.ts', "import 'wx-server-sdk';"],
  ['domain-stands-alone', 'src/domain/money/day.ts', "import 'dayjs';"],
  ['domain-stands-alone', 'src/domain/disk.ts', "import 'node:fs';"],
  ['domain-stands-alone', 'src/domain/wire.ts', "import type { A } from '../contract/good';"],
  ['domain-time-uses-dayjs-only', 'src/domain/time/store.ts', "import 'mobx';"],
  ['incentives-are-data', 'src/incentives/rules.ts', "import type { A } from '../domain/good';"],
  ['contract-builds-on-domain', 'src/contract/device.ts', "import '../platform/good';"],
  ['platform-is-an-adapter', 'src/platform/wise.ts', "import '../domain/good';"],
  ['stores-know-no-screen', 'src/stores/screen.ts', "import 'react';"],
  ['stores-know-no-screen', 'src/stores/device.ts', "import '@tarojs/taro';"],
  ['stores-know-no-screen-by-type', 'src/stores/adapter.ts', "import '../platform/good';"],
  ['i18n-words-closed-lists', 'src/i18n/all.ts', "import '../contract/good';"],
  ['i18n-words-closed-lists', 'src/i18n/store.ts', "import '../stores/good';"],
  ['styles-import-nothing', 'src/styles/tokens.ts', "import '../domain/good';"],
  ['components-take-props', 'src/components/row/store.ts', "import '../../stores/good';"],
  ['components-take-props', 'src/components/row/device.ts', "import '@tarojs/taro';"],
  ['components-take-props-by-type', 'src/components/row/a.ts', "import '../../contract/good';"],
  ['pages-go-through-stores', 'src/pages/home/call.ts', "import '../../platform/good';"],
  ['pages-go-through-stores-by-type', 'src/merchant/shop/a.ts', "import '../../contract/good';"],
  ['page-tools-serve-any-page', 'src/page-hooks.ts', "import './platform/good';"],
  ['pages-never-import-pages', 'src/pages/home/other.ts', "import '../me/good';"],
  ['pages-never-import-pages', 'src/merchant/pages/shop/a.ts', "import '../plan/good';"],
  ['pages-never-import-pages', 'src/merchant/shared/up.ts', "import '../pages/plan/good';"],
  ['pages-never-import-pages', 'src/viewer/shop/a.ts', "import '../../merchant/shared/good';"],
  ['app-is-the-root', 'src/pages/home/root.ts', "import '../../app';"],
  ['database-wraps-the-sdk', 'cloud/database/wise.ts', "import '../access/good';"],
  ['database-wraps-the-sdk-by-type', 'cloud/database/sum.ts', "import '../../src/domain/good';"],
  ['repositories-only-query', 'cloud/repositories/gate.ts', "import '../access/good';"],
  ['access-and-presenters-are-pure', 'cloud/access/query.ts', "import '../repositories/good';"],
  [
    'access-and-presenters-are-pure-by-type',
    'cloud/presenters/read.ts',
    "import '../database/good';",
  ],
  ['handlers-tell-the-story', 'cloud/handlers/disk.ts', "import 'node:fs';"],
  ['handlers-tell-the-story-by-type', 'cloud/handlers/up.ts', "import '../runtime/good';"],
  ['runtime-only-routes', 'cloud/runtime/show.ts', "import '../presenters/good';"],
  ['runtime-only-routes-by-type', 'cloud/runtime/query.ts', "import '../repositories/good';"],
];

/** Imports that the rules allow; together with the good files they must stay silent. */
const ALLOWED: [file: string, statement: string][] = [
  ['src/domain/time/clock.ts', "import 'dayjs';"],
  ['src/domain/ok.test.ts', "import 'vitest';\nimport '../contract/good';"],
  ['src/contract/schema.ts', "import 'valibot';\nimport '../domain/good';"],
  ['src/stores/shop-store.ts', "import 'mobx';\nimport type { A } from '../platform/good';"],
  ['src/i18n/ok.ts', "import 'react';\nimport '../domain/good';"],
  ['src/stores-context.tsx', "import 'react';\nimport './stores/good';"],
  ['src/components/row/typed.ts', "import type { A } from '../../contract/good';"],
  ['src/merchant/pages/shop/typed.ts', "import type { A } from '../../../contract/good';"],
  ['src/pages/home/tools.ts', "import '../../stores-context';"],
  ['src/components/row/ok.ts', "import '@tarojs/components';\nimport 'mobx-react-lite';"],
  ['src/pages/home/ok.ts', "import './part';\nimport '../../stores/good';\nimport '@tarojs/taro';"],
  ['src/pages/home/part.ts', 'export {};'],
  ['src/merchant/pages/shop/ok.ts', "import '../../shared/good';"],
  ['cloud/database/sdk.ts', "import 'wx-server-sdk';"],
  ['cloud/repositories/ok.ts', "import '../../src/domain/good';"],
  ['cloud/runtime/typed.ts', "import type { A } from '../repositories/good';"],
  ['cloud/handlers/ok.ts', "import '../repositories/good';\nimport '../../src/domain/good';"],
];

const ROOMS = [
  ...[
    'domain',
    'contract',
    'platform',
    'stores',
    'pages/me',
    'merchant/pages/plan',
    'merchant/shared',
  ].map((room) => `src/${room}`),
  ...['access', 'database', 'presenters', 'repositories', 'runtime'].map((room) => `cloud/${room}`),
  'packages/local-cloud',
  'desk',
];

const PACKAGES = [
  ...['dayjs', 'mobx', 'mobx-react-lite', 'react', 'valibot', 'vitest', 'wx-server-sdk'],
  ...['@tarojs/taro', '@tarojs/components'],
];

function write(tree: string, file: string, text: string): void {
  const target = path.join(tree, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${text}\n`);
}

function plant(tree: string): void {
  write(tree, 'package.json', '{}');
  for (const name of PACKAGES) {
    write(tree, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(tree, `node_modules/${name}/index.js`, '');
  }
  for (const room of ROOMS) write(tree, `${room}/good.ts`, 'export type A = string;');
  write(tree, 'src/domain/good.test.ts', 'export {};');
  write(tree, 'src/app.tsx', 'export {};');
  write(tree, 'src/domain/left.ts', "import './right';");
  write(tree, 'src/domain/right.ts', "import './left';");
  for (const [file, statement] of ALLOWED) write(tree, file, statement);
  for (const [, file, statement] of BROKEN) write(tree, file, statement);
}

/** Runs dependency-cruiser as `npm run check` does; it exits with the number of violations. */
function cruise(tree: string): Violation[] {
  const cli = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const output = path.join(tree, 'report.json');
  const args = [cli, '--config', config, '-T', 'json', '-f', output, 'src', 'cloud'];
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

  it('no-cycles fires', () => {
    expect(found).toContain('no-cycles: src/domain/left.ts');
  });

  it.each([...ALLOWED.map(([file]) => file), ...ROOMS.map((room) => `${room}/good.ts`)])(
    'nothing fires for %s',
    (file) => {
      expect(found.filter((line) => line.endsWith(`: ${file}`))).toEqual([]);
    },
  );

  it('every rule has a case that breaks it', () => {
    const { forbidden } = createRequire(import.meta.url)(config) as {
      forbidden: { name: string; comment: string }[];
    };
    const covered = new Set(['no-cycles', ...BROKEN.map(([rule]) => rule)]);
    expect(forbidden.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
    expect(forbidden.filter(({ comment }) => !comment.endsWith('.'))).toEqual([]);
  });
});
