import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type AppJson, type CompiledBuild, type ComponentJson, pagesOf } from './build';
import { compileStyle } from './styles';
import { compileTemplates } from './templates';
import { readThemes } from './themes';

const PICTURE_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** The files of a build by path, without a leading slash. */
export type BuildFiles = Readonly<Record<string, string | Uint8Array>>;

/** Files that are part of the program; others, such as source maps, are not read. */
const PROGRAM_FILES = /\.(js|json|wxml|wxs|wxss|png|jpg|svg)$/;

function readFiles(folder: string): BuildFiles {
  const files: Record<string, Uint8Array> = {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.sort()) {
    if (!PROGRAM_FILES.test(name)) continue;
    files[name.split(path.sep).join('/')] = readFileSync(path.join(folder, name));
  }
  return files;
}

type Sources = Readonly<Record<string, string>>;

function ending(sources: Sources, suffix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(sources).filter(([file]) => file.endsWith(suffix)));
}

function sourcesOf(files: BuildFiles): Sources {
  const sources: Record<string, string> = {};
  for (const [file, content] of Object.entries(files)) {
    if (/\.(js|json|wxml|wxs|wxss)$/.test(file)) sources[file] = Buffer.from(content).toString();
  }
  return sources;
}

function picturesOf(files: BuildFiles): Record<string, string> {
  const pictures: Record<string, string> = {};
  for (const [file, content] of Object.entries(files)) {
    const type = PICTURE_TYPES[path.extname(file)];
    if (type === undefined) continue;
    pictures[file] = `data:${type};base64,${Buffer.from(content).toString('base64')}`;
  }
  return pictures;
}

/** The JSON of pages and components; a page without a JSON file has an empty one, as in WeChat. */
function readConfigs(sources: Sources, app: AppJson): Record<string, ComponentJson> {
  const configs: Record<string, ComponentJson> = {};
  for (const file of Object.keys(sources)) {
    const owner = file.replace(/\.wxml$/, '');
    if (owner === file) continue;
    const json = sources[`${owner}.json`];
    if (json !== undefined) configs[owner] = JSON.parse(json) as ComponentJson;
    else if (pagesOf(app).includes(owner)) configs[owner] = {};
  }
  return configs;
}

function checkPages(sources: Sources, app: AppJson): void {
  for (const page of pagesOf(app)) {
    for (const file of [`${page}.js`, `${page}.wxml`]) {
      if (sources[file] === undefined)
        throw new Error(`app.json lists ${page}, but there is no ${file}`);
    }
  }
}

/**
 * Compiles a mini program as it would be uploaded.
 * @param folder the build, as a developer would upload it
 * @throws Error with file and reason when a page of app.json is missing or something does not compile
 */
export function compileBuild(folder: string): CompiledBuild {
  const files = readFiles(folder);
  if (files['app.json'] === undefined) {
    throw new Error(`${folder} has no app.json: build the mini program first`);
  }
  return compileFiles(files);
}

/**
 * Compiles a mini program that is given as files, for instance a small one written in a test.
 * @throws Error with file and reason when a page of app.json is missing or something does not compile
 */
export function compileFiles(files: BuildFiles): CompiledBuild {
  const sources = sourcesOf(files);
  const appJson = sources['app.json'];
  if (appJson === undefined) throw new Error('a mini program needs an app.json');
  const app = JSON.parse(appJson) as AppJson;
  checkPages(sources, app);
  const configs = readConfigs(sources, app);
  const using = new Set(
    Object.values(configs).flatMap(({ usingComponents }) => Object.keys(usingComponents ?? {})),
  );
  const owners = ['app', ...Object.keys(configs)];
  const styles = owners.map(
    (owner) => [owner, compileStyle(`${owner}.wxss`, (file) => sources[file] ?? null)] as const,
  );
  return {
    app,
    configs,
    scripts: ending(sources, '.js'),
    templates: compileTemplates({
      wxml: ending(sources, '.wxml'),
      wxs: ending(sources, '.wxs'),
      using,
    }),
    styles: Object.fromEntries(styles),
    pictures: picturesOf(files),
    themes: readThemes(
      app,
      configs,
      (file) => (sources[file] === undefined ? null : JSON.parse(sources[file])),
      (file) => files[file] !== undefined,
    ),
  };
}
