import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { runMain } from './run-main';
import { ACCEPTED } from './wechat/accepted';
import { type AppJson, itemsOfAnalysis, type ProjectConfig } from './wechat/analysis';
import { compile } from './wechat/compile';
import { type Item, judge, tableOf } from './wechat/judge';
import { itemsOfQuality } from './wechat/quality';
import { runTool, ensureTool } from './wechat/tool';

const BUILD = path.join(__dirname, '../dist/weapp');
const PROJECT = path.join(__dirname, '../project.config.json');

const USAGE = `npm run check:wechat -- [--json]
judges dist/weapp by WeChat's own compilers and checks; npm run build:weapp makes it`;

async function check(): Promise<Item[]> {
  const appJson = path.join(BUILD, 'app.json');
  if (!existsSync(appJson)) throw new Error('dist/weapp is not there: npm run build:weapp first');
  const compiled = compile(BUILD);
  ensureTool();
  const { quality, analysis } = await runTool();
  const app = JSON.parse(readFileSync(appJson, 'utf8')) as AppJson;
  const project = JSON.parse(readFileSync(PROJECT, 'utf8')) as ProjectConfig;
  return [...compiled, ...itemsOfQuality(quality), ...itemsOfAnalysis(analysis, app, project)];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const verdicts = judge(await check(), ACCEPTED);
  console.log(values.json ? JSON.stringify(verdicts) : tableOf(verdicts));
  if (verdicts.some(({ verdict }) => verdict === 'fails')) process.exitCode = 1;
}

void runMain(main, USAGE);
