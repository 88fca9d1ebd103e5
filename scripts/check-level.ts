import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { ACCEPTED } from './level/accepted';
import { itemsOfScripts, type ScriptLevel } from './level/scripts';
import { itemsOfStyles } from './level/styles';
import { FUNCTION_LEVEL, WEAPP_ENGINES, WEAPP_LEVEL } from './level/targets';
import { runMain } from './run-main';
import { type Item, judge, tableOf } from './wechat/judge';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const USAGE = `npm run check:level
refuses what the oldest phones and the functions' Node lack, in dist/weapp and cloudfunctions;
npm run build:weapp and npm run build:functions make them`;

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) throw new Error(`${path.relative(ROOT, folder)} is not there`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found = files.filter((file) => file.endsWith(ending) && !file.includes('node_modules'));
  if (found.length === 0) throw new Error(`${path.relative(ROOT, folder)} has no ${ending}`);
  return found.sort();
}

function scripts(folder: string, level: ScriptLevel): Promise<Item[]> {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  return itemsOfScripts(folder, filesIn(folder, '.js'), level, read);
}

/** Babel and autoprefixer build for the engines that package.json names. */
function statedEngines(): Item {
  const text = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  const { browserslist } = JSON.parse(text) as { browserslist: string[] };
  const isStated = browserslist.join() === WEAPP_ENGINES.join();
  const finding = `is ${browserslist.join(', ')}; the level is that of ${WEAPP_ENGINES.join(', ')}`;
  return { name: 'browserslist of package.json', findings: isStated ? [] : [finding] };
}

async function main(): Promise<void> {
  const weapp = path.join(ROOT, 'dist/weapp');
  const sheets = Object.fromEntries(
    filesIn(weapp, '.wxss').map((file) => [file, readFileSync(path.join(weapp, file), 'utf8')]),
  );
  const verdicts = judge(
    [
      statedEngines(),
      ...(await scripts(weapp, WEAPP_LEVEL)),
      ...itemsOfStyles(sheets),
      ...(await scripts(path.join(ROOT, 'cloudfunctions'), FUNCTION_LEVEL)),
    ],
    ACCEPTED,
    'scripts/level/accepted.ts',
  );
  console.log(tableOf(verdicts));
  if (verdicts.some(({ verdict }) => verdict === 'fails')) process.exitCode = 1;
}

void runMain(main, USAGE);
