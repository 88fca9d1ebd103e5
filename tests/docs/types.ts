import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

/** The compiler options of the repository. An example need not use everything it declares. */
function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile('tsconfig.base.json', (name) => ts.sys.readFile(name)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd());
  return {
    ...options,
    incremental: false,
    noUnusedLocals: false,
    types: ['node', '@tarojs/taro'],
    moduleSuffixes: ['.h5', ''],
  };
}

/**
 * What the compiler says about an example in a document. Relative imports in it begin at the root
 * of the repository: `./src/domain/money`.
 */
export function typeProblems(text: string, extension: string): string[] {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(path.join(process.cwd(), '.cache/example-'));
  try {
    const file = path.join(folder, `example.${extension}`);
    writeFileSync(file, text.replaceAll("from './", "from '../../"));
    return ts
      .getPreEmitDiagnostics(ts.createProgram([file], compilerOptions()))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
