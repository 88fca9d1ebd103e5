import path from 'node:path';

import ts from 'typescript';

/** Names that are not used any more: a fault is no smaller for them. */
const UNUSED = [6133, 6192, 6196, 6198, 6199, 6205];

/**
 * A check of changed files of the mini program.
 * @returns whether the compiler finds an error in the file when it has this text.
 */
export function compilerCheck(): (change: { file: string; text: string }) => boolean {
  const config = ts.getParsedCommandLineOfConfigFile('tsconfig.app.json', undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (!config) throw new Error('tsconfig.app.json cannot be read');
  const domain = config.fileNames.filter((name) => name.includes('/src/domain/'));
  // The domain knows neither the mini program nor a document: their types would cost seconds each time.
  const options = { ...config.options, types: [], lib: ['lib.es2019.d.ts'] };
  let changed = { file: '', text: '' };
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => domain,
    getScriptVersion: (name) => (name === changed.file ? `changed ${version}` : ''),
    getScriptSnapshot: (name) => {
      const text = name === changed.file ? changed.text : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  });
  return ({ file, text }) => {
    changed = { file: path.resolve(file), text };
    version += 1;
    const found = [
      ...service.getSyntacticDiagnostics(changed.file),
      ...service.getSemanticDiagnostics(changed.file),
    ];
    return found.some(({ code }) => !UNUSED.includes(code));
  };
}
