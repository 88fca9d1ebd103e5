import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The part of miniprogram-ci that is called. It is not installed with the repository. */
interface MiniprogramCi {
  Project: new (options: {
    appid: string;
    type: 'miniProgram';
    projectPath: string;
    privateKeyPath: string;
    ignores: string[];
  }) => object;
  checkCodeQuality(project: object): Promise<unknown>;
  analyseCode(project: object): Promise<unknown>;
}

/** Run by tool.ts. It exits explicitly, because the tool keeps watching the project's files. */
async function main(): Promise<void> {
  const [folder = '', appid = '', projectPath = '', privateKeyPath = '', reportPath = ''] =
    process.argv.slice(2);
  const load = createRequire(path.join(folder, 'package.json'));
  const ci = load('miniprogram-ci') as MiniprogramCi;
  const project = new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath,
    privateKeyPath,
    ignores: [],
  });
  const quality = await ci.checkCodeQuality(project);
  const analysis = await ci.analyseCode(project);
  writeFileSync(reportPath, JSON.stringify({ quality, analysis }));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
