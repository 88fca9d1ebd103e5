import { describe, expect, it } from 'vitest';

import { type Analysis, itemsOfAnalysis } from './analysis';

const to = (moduleId: string) => ({ request: moduleId, moduleId });
function js(path: string, ...uses: string[]) {
  return {
    id: `Js:${path}`,
    type: 'Js',
    path,
    deps: uses.map((use) => to(`Js:${use}`)),
  };
}
function file(path: string, subPackage: string | null, moduleId: string | null = `Js:${path}`) {
  return {
    path,
    moduleId,
    subPackage,
  };
}

const appModule = {
  id: 'MainPackage:app.json',
  type: 'MainPackage',
  path: 'app.json',
  deps: [to('Js:app.js'), to('SubPackage:shop/'), { request: 'functional-pages', moduleId: null }],
};
const shopModule = {
  id: 'SubPackage:shop/',
  type: 'SubPackage',
  path: 'shop/',
  deps: [to('Js:shop/index.js')],
};

/** A sound build of a main package and two subpackages. */
const sound: Analysis = {
  files: [
    file('app.json', null, 'MainPackage:app.json'),
    file('app.js', null),
    file('common.js', null),
    file('shop/index.js', 'shop/'),
    file('plan/index.js', 'plan/'),
    file('assets/home.png', null, null),
  ],
  modules: [
    appModule,
    shopModule,
    js('app.js', 'common.js'),
    js('common.js'),
    js('shop/index.js', 'common.js'),
    js('plan/index.js'),
  ],
};
const app = { tabBar: { list: [{ iconPath: '/assets/home.png' }] } };

function failing(analysis: Analysis, appJson = app): Record<string, readonly string[]> {
  return Object.fromEntries(
    itemsOfAnalysis(analysis, appJson)
      .filter(({ findings }) => findings.length > 0)
      .map(({ name, findings }) => [name, findings]),
  );
}

function withModule(path: string, ...uses: string[]): Analysis['modules'] {
  return [...sound.modules.filter((module) => module.path !== path), js(path, ...uses)];
}

describe('itemsOfAnalysis', () => {
  it('finds nothing in a sound build', () => {
    expect(failing(sound)).toEqual({});
  });

  it('names an unused file, and an icon that no tab shows', () => {
    const files = [...sound.files, file('stray.js', null, null)];
    expect(failing({ ...sound, files })).toEqual({ ANALYSIS_REACHES_ALL_FILES: ['stray.js'] });
    const keeping = { packOptions: { include: [{ value: 'stray.js' }] } };
    expect(
      itemsOfAnalysis({ ...sound, files }, app, keeping).flatMap(({ findings }) => findings),
    ).toEqual([]);
    expect(failing(sound, { tabBar: { list: [] } })).toEqual({
      ANALYSIS_REACHES_ALL_FILES: ['assets/home.png'],
    });
  });

  it('names files that cannot be resolved or read', () => {
    const broken = {
      ...js('common.js'),
      deps: [{ request: './nope', moduleId: null, error: 'no ./nope' }],
      buildError: 'cannot be parsed',
    };
    const modules = [...sound.modules.filter(({ path }) => path !== 'common.js'), broken];
    expect(failing({ ...sound, modules })).toEqual({
      ANALYSIS_RESOLVES_ALL: ['Js:common.js: cannot be parsed', 'Js:common.js: no ./nope'],
    });
  });

  it('names a file of the main package that only subpackages use, directly or through another', () => {
    const files = [...sound.files, file('only.js', null), file('deeper.js', null)];
    const modules = [
      ...withModule('shop/index.js', 'common.js', 'only.js'),
      js('only.js', 'deeper.js'),
      js('deeper.js'),
    ];
    expect(failing({ files, modules })).toEqual({
      ANALYSIS_MAIN_PACKAGE_USES_ITS_FILES: ['only.js', 'deeper.js'],
    });
  });

  it('names a package that imports from another', () => {
    const modules = withModule('plan/index.js', 'shop/index.js');
    expect(failing({ ...sound, modules })).toEqual({
      ANALYSIS_PACKAGES_STAY_APART: ['plan/index.js needs shop/index.js'],
    });
    expect(failing({ ...sound, modules: withModule('common.js', 'shop/index.js') })).toEqual({
      ANALYSIS_PACKAGES_STAY_APART: ['common.js needs shop/index.js'],
    });
  });

  it('refuses an empty graph', () => {
    expect(() => itemsOfAnalysis({ files: [], modules: [] }, app)).toThrow('no main package');
  });
});
