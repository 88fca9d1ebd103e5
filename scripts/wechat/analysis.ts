import type { Item } from './judge';

interface Dependency {
  readonly request: string | null;
  /** The imported module; null when it is optional and missing, or cannot be resolved. */
  readonly moduleId: string | null;
  readonly error?: string | null;
}

interface Module {
  readonly id: string;
  readonly type: string;
  readonly path: string;
  readonly deps?: readonly Dependency[];
  readonly errors?: readonly string[];
  readonly buildError?: string;
}

/** The part of the result of miniprogram-ci's `analyseCode` that is read here. */
export interface Analysis {
  /** Every file of the build; `moduleId` is null for a file that no other imports. */
  readonly files: readonly {
    readonly path: string;
    readonly moduleId: string | null;
    /** Root of the subpackage; null in the main package. */
    readonly subPackage: string | null;
  }[];
  readonly modules: readonly Module[];
}

/** The part of an app.json that the analysis does not follow. */
export interface AppJson {
  readonly tabBar?: {
    readonly list?: readonly { readonly iconPath?: string; readonly selectedIconPath?: string }[];
  };
}

/** The part of project.config.json that keeps files which only code names. */
export interface ProjectConfig {
  readonly packOptions?: { readonly include?: readonly { readonly value: string }[] };
}

function tabIcons(app: AppJson): Set<string> {
  return new Set(
    (app.tabBar?.list ?? [])
      .flatMap(({ iconPath, selectedIconPath }) => [iconPath ?? '', selectedIconPath ?? ''])
      .map((icon) => icon.replace(/^\.?\//, '')),
  );
}

function unresolved({ modules }: Analysis): string[] {
  return modules.flatMap(({ id, deps = [], errors = [], buildError }) =>
    [buildError, ...errors, ...deps.map(({ error }) => error)].flatMap((error) =>
      error ? [`${id}: ${error}`] : [],
    ),
  );
}

function unreached({ files }: Analysis, app: AppJson, project: ProjectConfig): string[] {
  const kept = tabIcons(app);
  for (const { value } of project.packOptions?.include ?? []) kept.add(value);
  return files
    .filter(({ path, moduleId }) => moduleId === null && !kept.has(path))
    .map(({ path }) => path);
}

/** Each resolved dependency as a pair of modules, except dependencies on a subpackage itself. */
function edges({ modules }: Analysis): { from: Module; to: Module }[] {
  const byId = new Map(modules.map((module) => [module.id, module]));
  return modules
    .filter(({ type }) => type !== 'SubPackage')
    .flatMap((from) =>
      (from.deps ?? []).flatMap(({ moduleId }) => {
        const to = moduleId === null ? undefined : byId.get(moduleId);
        return to === undefined || to.type === 'SubPackage' ? [] : [{ from, to }];
      }),
    );
}

function onlyForSubpackages(analysis: Analysis): string[] {
  const inMain = new Set(
    analysis.files.filter(({ subPackage }) => subPackage === null).map(({ path }) => path),
  );
  const within = edges(analysis).filter(
    ({ from, to }) => inMain.has(from.path) && inMain.has(to.path),
  );
  const reached = new Set(
    analysis.modules.filter(({ type }) => type === 'MainPackage').map(({ id }) => id),
  );
  // The set grows during the loop, which visits added modules too.
  for (const id of reached) {
    for (const { from, to } of within) if (from.id === id) reached.add(to.id);
  }
  return analysis.modules
    .filter(({ id, path }) => inMain.has(path) && !reached.has(id))
    .map(({ path }) => path);
}

function crossings(analysis: Analysis): string[] {
  const packages = new Map(analysis.files.map(({ path, subPackage }) => [path, subPackage]));
  return edges(analysis)
    .filter(({ from, to }) => {
      const target = packages.get(to.path) ?? null;
      return target !== null && target !== (packages.get(from.path) ?? null);
    })
    .map(({ from, to }) => `${from.path} needs ${to.path}`);
}

/**
 * Checks the graph of dependencies that WeChat's tool draws of a build.
 * @throws Error when the graph is empty, because every check would pass
 */
export function itemsOfAnalysis(
  analysis: Analysis,
  app: AppJson,
  project: ProjectConfig = {},
): Item[] {
  if (!analysis.modules.some(({ type }) => type === 'MainPackage')) {
    throw new Error("WeChat's analysis has no main package: it did not find the build");
  }
  return [
    { name: 'ANALYSIS_RESOLVES_ALL', findings: unresolved(analysis) },
    { name: 'ANALYSIS_REACHES_ALL_FILES', findings: unreached(analysis, app, project) },
    { name: 'ANALYSIS_MAIN_PACKAGE_USES_ITS_FILES', findings: onlyForSubpackages(analysis) },
    { name: 'ANALYSIS_PACKAGES_STAY_APART', findings: crossings(analysis) },
  ];
}
