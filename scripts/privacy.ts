import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { type GeneratedPage, pathOf, textOf, writePage } from './generated-page';
import { builtScripts } from './privacy/built-scripts';
import { dueDeclarations } from './privacy/interfaces';
import { typedFields } from './privacy/typed-fields';
import { runMain } from './run-main';

const BUILD = fileURLToPath(new URL('../dist/weapp', import.meta.url));
const USAGE = `npm run privacy -- [--write]
lists what WeChat's privacy guide must declare for dist/weapp; npm run build:weapp comes first.
--write writes docs/generated/privacy.md`;

const PAGE: GeneratedPage = {
  file: 'privacy.md',
  title: 'What the privacy guide declares',
  command: 'npm run privacy -- --write',
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const due = dueDeclarations(builtScripts(BUILD), typedFields());
  const rows = due.map(({ item, because }) => `| ${item} | ${because.join(', ')} |`);
  const content = ['| item | because of |', '| --- | --- |', ...rows].join('\n');
  if (values.write) await writePage(PAGE, content);
  console.log(content);
  const page = pathOf(PAGE);
  if (existsSync(page) && readFileSync(page, 'utf8') === (await textOf(PAGE, content))) return;
  console.error('docs/generated/privacy.md is not current: --write, and change the guide too');
  process.exitCode = 1;
}

void runMain(main, USAGE);
