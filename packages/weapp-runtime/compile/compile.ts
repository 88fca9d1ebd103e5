import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type AppJson, type CompiledBuild, type ComponentJson, pagesOf } from './build';
import { compileStyle } from './styles';
import { compileTemplates } from './templates';

const PICTURE_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    )
    .sort();
}

type Sources = Readonly<Record<string, string>>;

function ending(sources: Sources, suffix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(sources).filter(([file]) => file.endsWith(suffix)));
}

function readSources(folder: string, files: readonly string[]): Sources {
  const texts = files.filter((file) => /\.(js|json|wxml|wxs|wxss)$/.test(file));
  return Object.fromEntries(
    texts.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

function readPictures(folder: string, files: readonly string[]): Record<string, string> {
  const pictures = files.flatMap((file) => {
    const type = PICTURE_TYPES[path.extname(file)];
    if (type === undefined) return [];
    const bytes = readFileSync(path.join(folder, file)).toString('base64');
    return [[file, `data:${type};base64,${bytes}`] as const];
  });
  return Object.fromEntries(pictures);
}

/** JSON of pages and components; a page without a JSON file has an empty one, as in WeChat. */
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
      if (sources[file] === undefined) throw new Error(`app.json names ${page}, but no ${file}`);
    }
  }
}

/**
 * Compiles a mini program as it would be uploaded.
 * @param folder the build (`dist/weapp`); it is read, never changed
 * @throws Error with file and reason when a page of app.json is missing or something does not compile
 */
export function compileBuild(folder: string): CompiledBuild {
  const files = listFiles(folder);
  const sources = readSources(folder, files);
  const appJson = sources['app.json'];
  if (appJson === undefined) throw new Error(`${folder} holds no app.json: build it first`);
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
    pictures: readPictures(folder, files),
  };
}
